// Filling the page. Texts go in by `textContent` only: whatever they hold, they stay texts.

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Writes texts into the elements `data-f="name"` inside `root`; those alike stay untouched. */
export function fill(root, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const slot = root.querySelector(`[data-f="${name}"]`);
    if (slot && slot.textContent !== text) slot.textContent = text;
  }
}

/** Sets an attribute if it differs, or removes it for `null`. */
export function set(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/** Shows or hides the nearest panel's text for "there is nothing". */
export function setEmpty(element, isEmpty) {
  set(element.closest(".side, .panel"), "data-empty", isEmpty ? "" : null);
}

/** Says when something was; `tick` keeps the text true. */
export function setMoment(root, atMs) {
  set(root.querySelector("time"), "data-at", atMs);
}

/**
 * Makes the children of `list` those of `items`, in order, one for each key, and keeps elements
 * that are there already. Returns the new elements.
 */
export function sync(list, template, items, keyOf, update) {
  const known = new Map([...list.children].map((child) => [child.dataset.key, child]));
  const fresh = [];
  items.forEach((item, index) => {
    const key = keyOf(item);
    let child = known.get(key);
    known.delete(key);
    if (!child) {
      child = template.content.firstElementChild.cloneNode(true);
      child.dataset.key = key;
      fresh.push(child);
    }
    update(child, item);
    if (list.children[index] !== child) list.insertBefore(child, list.children[index] ?? null);
  });
  for (const child of known.values()) child.remove();
  return fresh;
}

/** Plays an animation of the style sheet once. */
export function play(element, name) {
  element.classList.add(name);
  element.addEventListener("animationend", () => element.classList.remove(name), { once: true });
}
