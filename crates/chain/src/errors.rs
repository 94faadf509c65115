//! Why a block or a transaction is refused, each with Bitcoin Core's own reject string.
//!
//! Does not know the rules: those quote the string beside the line that enforces it.

mod block;
mod tx;

use quarry_primitives::{Amount, COIN};

pub use block::BlockError;
pub use tx::TxError;

/// Core's `FormatMoney`: whole coins, at least two decimals.
pub(crate) fn money_of(units: i64) -> String {
    let (coins, rest) = (units.unsigned_abs() / COIN, units.unsigned_abs() % COIN);
    let sign = if units < 0 { "-" } else { "" };
    let decimals = format!("{rest:08}");
    let short = decimals.trim_end_matches('0');
    format!("{sign}{coins}.{short:0<2}")
}

fn money(amount: Amount) -> String {
    money_of(amount.to_base().cast_signed())
}

/// Core's `ValidationState::ToString`.
pub(crate) fn with_debug(reason: &str, debug: &str) -> String {
    if debug.is_empty() { reason.to_owned() } else { format!("{reason}, {debug}") }
}
