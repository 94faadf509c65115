//! The readers of single values: numbers, amounts, ports, subnets. Core's rules for each.
//!
//! Does not know which option a value belongs to.

use std::net::{IpAddr, SocketAddr};

use quarry_net::Subnet;

/// The most coins there can be, in satoshi: amounts above are refused.
const MAX_MONEY: i64 = 21_000_000 * COIN;
const COIN: i64 = 100_000_000;

/// What C's `atoi` reads: spaces, a sign, digits, and anything behind; 0 if there is no number.
/// Saturates.
pub(crate) fn atoi(text: &str) -> i64 {
    let text = text.trim_matches([' ', '\x0c', '\n', '\r', '\t', '\x0b']);
    let unsigned = match text.strip_prefix('+') {
        Some(rest) if rest.starts_with('-') => return 0,
        Some(rest) => rest,
        None => text,
    };
    let (negative, digits) =
        unsigned.strip_prefix('-').map_or((false, unsigned), |rest| (true, rest));
    let digits = digits.bytes().take_while(u8::is_ascii_digit);
    digits.fold(0_i64, |number, digit| {
        let digit = i64::from(digit - b'0');
        let step = if negative { -digit } else { digit };
        number.saturating_mul(10).saturating_add(step)
    })
}

/// A switch's text: true if empty or a number other than 0, so `true` is false.
pub(crate) fn is_true(text: &str) -> bool {
    text.is_empty() || atoi(text) != 0
}

/// A whole number and nothing else; no `+`, no space.
pub(crate) fn integral<T: std::str::FromStr>(text: &str) -> Option<T> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    plain.then(|| text.parse().ok()).flatten()
}

/// Coins with up to eight decimals, in satoshi.
pub(crate) fn money(text: &str) -> Option<i64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if text.is_empty()
        || !digits(whole)
        || !digits(fraction)
        || whole.len() > 10
        || fraction.len() > 8
    {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let fraction: i64 = format!("{fraction:0<8}").parse().ok()?;
    let total = whole.checked_mul(COIN)?.checked_add(fraction)?;
    (total <= MAX_MONEY).then_some(total)
}

/// Up to 64 hex digits, with or without `0x`; padded on the left. The bytes are big-endian.
pub(crate) fn user_hex(text: &str) -> Option<[u8; 32]> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    if digits.len() > 64 {
        return None;
    }
    let mut bytes = [0; 32];
    hex::decode_to_slice(format!("{digits:0>64}"), &mut bytes).ok()?;
    Some(bytes)
}

/// A size with an optional unit (k, K, m, M, g, G, t, T; capitals are powers of 1024), in bytes.
pub(crate) fn byte_units(text: &str, default_unit: u64) -> Option<u64> {
    let last = text.chars().last()?;
    let unit = match last {
        'k' => 1_000,
        'K' => 1 << 10,
        'm' => 1_000_000,
        'M' => 1 << 20,
        'g' => 1_000_000_000,
        'G' => 1 << 30,
        't' => 1_000_000_000_000,
        'T' => 1 << 40,
        _ => 0,
    };
    let (digits, unit) =
        if unit == 0 { (text, default_unit) } else { (&text[..text.len() - 1], unit) };
    integral::<u64>(digits)?.checked_mul(unit)
}

/// Host and port, as Core splits them: a port is what follows a colon that is the only one, or that
/// follows `]`. None: there is a port, and it is none.
pub(crate) fn split_host_port(text: &str) -> Option<(&str, Option<u16>)> {
    let unbracketed =
        |host: &'_ str| host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).map(str::len);
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port))
            if host.is_empty()
                || (host.starts_with('[') && host.ends_with(']'))
                || !host.contains(':') =>
        {
            let port: u16 = integral(port)?;
            (host, Some(port).filter(|port| *port != 0))
        }
        _ => return Some((unbracketed(text).map_or(text, |len| &text[1..=len]), None)),
    };
    // Port 0 is none.
    port?;
    Some((unbracketed(host).map_or(host, |len| &host[1..=len]), port))
}

/// An address with or without a port, numbers only.
pub(crate) fn socket_address(text: &str, default_port: u16) -> Option<SocketAddr> {
    let (host, port) = split_host_port(text)?;
    let ip: IpAddr = host.parse().ok()?;
    Some(SocketAddr::new(ip, port.unwrap_or(default_port)))
}

/// A range of addresses: one, `address/bits` or `address/netmask`.
pub(crate) fn subnet(text: &str) -> Option<Subnet> {
    let (address, mask) = match text.rsplit_once('/') {
        Some((address, mask)) => (address, Some(mask)),
        None => (text, None),
    };
    let bare = address.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let address: IpAddr = bare.unwrap_or(address).parse().ok()?;
    let bits = match mask {
        None => return Some(Subnet::of_one(address.into())),
        Some(mask) => match integral::<u8>(mask) {
            Some(bits) => bits,
            None => netmask_bits(mask.parse().ok()?, address.is_ipv4())?,
        },
    };
    Subnet::new(address.into(), bits.into())
}

/// The length of a netmask whose ones are all in front.
fn netmask_bits(mask: IpAddr, v4: bool) -> Option<u8> {
    let (ones, all) = match mask {
        IpAddr::V4(mask) if v4 => (mask.to_bits().leading_ones(), mask.to_bits().count_ones()),
        IpAddr::V6(mask) if !v4 => (mask.to_bits().leading_ones(), mask.to_bits().count_ones()),
        _ => return None,
    };
    (ones == all).then(|| u8::try_from(ones).ok()).flatten()
}
