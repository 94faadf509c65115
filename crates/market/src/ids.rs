//! The numbers by which orders, jobs, units, leases, trades and withdrawals are named.
//!
//! Each kind counts from 1 in the order of the log, so a smaller number is an older thing: time
//! priority is a comparison of [`OrderId`]s. Does not know what the numbers name.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl $name {
            /// The first one given out.
            pub const FIRST: Self = Self(1);

            /// The one given out after this.
            pub(crate) fn next(self) -> Self {
                Self(self.0.checked_add(1).expect("2^64 commands do not fit a log"))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// An order: an ask of a seller, or the buy order of a job.
    OrderId,
    /// A job: what one buyer wants done.
    JobId,
    /// A unit of a job: what one seller does.
    UnitId,
    /// A lease: the time-limited assignment of a unit to a seller.
    LeaseId,
    /// A trade: one unit, one ask, one price.
    TradeId,
    /// A withdrawal: coins on their way from the exchange to a script on the chain.
    WithdrawalId,
}
