//! The transactions of a pool's templates as they are shown to those who ask: megabytes of text, written once for
//! all, apart from the tasks that answer.
//!
//! Does not know who asks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use quarry_mining::Template;
use quarry_mining::direct::transactions;
use tokio::sync::watch;
use tokio::task::spawn_blocking;

use crate::limits::MAX_SHOWN_TEMPLATES;

/// Texts, of the newest templates. Clones share them.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    texts: Arc<Mutex<VecDeque<Texts>>>,
}

#[derive(Debug)]
struct Texts {
    /// Not kept alive here: when its jobs are gone nobody is shown it.
    template: Weak<Template>,
    /// Without witnesses and with them, each from the first time that somebody asks.
    texts: [Option<Text>; 2],
}

/// None until it is written.
type Text = watch::Receiver<Option<Arc<str>>>;

impl Shown {
    /// A template's transactions, once they are written; none if that failed. Dropped, others still get them.
    pub(super) async fn transactions(
        &self,
        template: &Arc<Template>,
        segwit: bool,
    ) -> Option<Arc<str>> {
        let mut text = self.text(template, segwit);
        text.wait_for(Option::is_some).await.ok()?.clone()
    }

    fn text(&self, template: &Arc<Template>, segwit: bool) -> Text {
        let mut all = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|texts| texts.template.strong_count() > 0);
        let wanted = Arc::downgrade(template);
        let known = all.iter().position(|texts| Weak::ptr_eq(&texts.template, &wanted));
        let mut texts = known
            .and_then(|at| all.remove(at))
            .unwrap_or_else(|| Texts { template: wanted, texts: [None, None] });
        let text = texts.texts[usize::from(segwit)].get_or_insert_with(|| write(template, segwit));
        let text = text.clone();
        if all.len() >= MAX_SHOWN_TEMPLATES {
            all.pop_front();
        }
        all.push_back(texts);
        text
    }
}

/// Begins to write.
fn write(template: &Arc<Template>, segwit: bool) -> Text {
    let (tell, text) = watch::channel(None);
    let template = Arc::clone(template);
    let writing = move || tell.send_replace(Some(transactions(&template, segwit).into()));
    // Who waits hears of it.
    let _detached = spawn_blocking(writing);
    text
}
