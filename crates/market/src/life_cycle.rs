//! The life of a unit, as one table.
//!
//! [`TRANSITIONS`] is not a description of the rules, it is the rules: `apply` looks up (state,
//! message) there, and a pair without a row is refused. Does not know money amounts, leases or
//! time; it says which of the named effects happens.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::command::NonceFault;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident => $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$word_doc])* $word,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$word),*];

            /// The word for people.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$word => $text,)*
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// Where a unit is in its life.
    UnitState {
        /// In the book, waiting for a seller.
        Open => "open",
        /// Assigned to a seller that has not begun.
        Leased => "leased",
        /// The seller is at work.
        Running => "running",
        /// The seller has shown a result.
        Committed => "committed",
        /// The result is being checked.
        Verifying => "verifying",
        /// The result is right.
        Accepted => "accepted",
        /// The seller is paid. The end.
        Settled => "settled",
        /// The buyer took it back, or may not buy any more; refunded. The end.
        Cancelled => "cancelled",
        /// No seller did it in time, or too many failed; refunded. The end.
        Expired => "expired",
        /// The seller would not do it; passes at once to OPEN or EXPIRED.
        Refused => "refused",
        /// The result was wrong; passes at once to OPEN or EXPIRED.
        Rejected => "rejected",
        /// Reserved for articles whose results people judge. No article here leads to it.
        Disputed => "disputed",
        /// The whole space was searched without a hit; refunded, the seller is not paid. The end.
        Exhausted => "exhausted",
    }
}

impl UnitState {
    /// Whether nothing follows.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Cancelled | Self::Expired | Self::Exhausted)
    }

    /// Whether a seller holds a lease on the unit.
    #[must_use]
    pub const fn has_lease(self) -> bool {
        matches!(
            self,
            Self::Leased | Self::Running | Self::Committed | Self::Verifying | Self::Accepted
        )
    }

    /// Whether the unit stays so only within one command.
    #[must_use]
    pub const fn is_passing(self) -> bool {
        matches!(
            self,
            Self::Committed | Self::Verifying | Self::Accepted | Self::Refused | Self::Rejected
        )
    }
}

words! {
    /// What can happen to a unit.
    Message {
        /// The book found a seller.
        Match => "match",
        /// The seller says that it is at work.
        Heartbeat => "heartbeat",
        /// The seller shows a result.
        Commit => "commit",
        /// The exchange begins to check.
        Check => "check",
        /// The check was passed.
        Pass => "pass",
        /// The check was failed.
        Fail => "fail",
        /// The exchange pays.
        Settle => "settle",
        /// The seller has searched the whole space.
        Exhaust => "report of exhaustion",
        /// The seller will not do it.
        Refuse => "refusal",
        /// The lease ended in silence.
        LoseLease => "loss of lease",
        /// Back to the book.
        Reopen => "return to the book",
        /// Enough sellers have failed.
        GiveUp => "giving up",
        /// The buyer takes it back.
        Cancel => "cancellation",
        /// Its order is over.
        Expire => "expiry",
        /// The buyer may not buy any more.
        Freeze => "freeze",
    }
}

words! {
    /// Who may send a message.
    Sender {
        /// The buyer of the job.
        Buyer => "buyer",
        /// The seller that holds the lease.
        Seller => "seller",
        /// The rules themselves, within a command.
        Exchange => "exchange",
        /// The passing of time.
        Clock => "clock",
    }
}

words! {
    /// By when the next message has to come.
    Deadline {
        /// Until the job's order expires: then [`Message::Expire`].
        Order => "order expiry",
        /// One lease time from now: then [`Message::LoseLease`].
        Lease => "lease",
        /// Within the same command.
        Command => "same command",
        /// Never: the unit has ended.
        Never => "never",
    }
}

words! {
    /// What happens to the money held for the unit.
    MoneyEffect {
        /// It stays held.
        Keep => "keep",
        /// The trade's amount goes to the seller, the fee to the exchange, the rest to the buyer.
        Pay => "pay",
        /// All of it goes back to the buyer.
        Refund => "refund",
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The state before.
    pub from: UnitState,
    /// What happens.
    pub message: Message,
    /// Who may send it.
    pub who: Sender,
    /// The state after.
    pub to: UnitState,
    /// By when it has to be left.
    pub deadline: Deadline,
    /// What it does to the money.
    pub money: MoneyEffect,
}

macro_rules! table {
    ($($from:ident, $message:ident, $who:ident, $to:ident, $deadline:ident, $money:ident;)*) => {
        &[$(Transition {
            from: UnitState::$from,
            message: Message::$message,
            who: Sender::$who,
            to: UnitState::$to,
            deadline: Deadline::$deadline,
            money: MoneyEffect::$money,
        }),*]
    };
}

/// The life cycle. At most one row for a pair of state and message.
pub const TRANSITIONS: &[Transition] = table! {
    // from,    message,   who,      to,        deadline, money
    Open,       Match,     Exchange, Leased,    Lease,    Keep;
    Open,       Cancel,    Buyer,    Cancelled, Never,    Refund;
    Open,       Expire,    Clock,    Expired,   Never,    Refund;
    Open,       Freeze,    Exchange, Cancelled, Never,    Refund;

    Leased,     Heartbeat, Seller,   Running,   Lease,    Keep;
    Leased,     Commit,    Seller,   Committed, Command,  Keep;
    Leased,     Exhaust,   Seller,   Exhausted, Never,    Refund;
    Leased,     Refuse,    Seller,   Refused,   Command,  Keep;
    Leased,     LoseLease, Clock,    Open,      Order,    Keep;
    Leased,     GiveUp,    Exchange, Expired,   Never,    Refund;
    Leased,     Cancel,    Buyer,    Cancelled, Never,    Refund;

    Running,    Heartbeat, Seller,   Running,   Lease,    Keep;
    Running,    Commit,    Seller,   Committed, Command,  Keep;
    Running,    Exhaust,   Seller,   Exhausted, Never,    Refund;
    Running,    Refuse,    Seller,   Refused,   Command,  Keep;
    Running,    LoseLease, Clock,    Open,      Order,    Keep;
    Running,    GiveUp,    Exchange, Expired,   Never,    Refund;
    Running,    Cancel,    Buyer,    Cancelled, Never,    Refund;

    Committed,  Check,     Exchange, Verifying, Command,  Keep;
    Verifying,  Pass,      Exchange, Accepted,  Command,  Keep;
    Verifying,  Fail,      Exchange, Rejected,  Command,  Keep;
    Accepted,   Settle,    Exchange, Settled,   Never,    Pay;

    Rejected,   Reopen,    Exchange, Open,      Order,    Keep;
    Rejected,   GiveUp,    Exchange, Expired,   Never,    Refund;
    Refused,    Reopen,    Exchange, Open,      Order,    Keep;
    Refused,    GiveUp,    Exchange, Expired,   Never,    Refund;
};

/// The row for a state and a message, if the state takes the message.
#[must_use]
pub fn transition(from: UnitState, message: Message) -> Option<&'static Transition> {
    TRANSITIONS.iter().find(|row| row.from == from && row.message == message)
}

/// Why a unit changed its state, where that is not plain from the states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum UnitReason {
    /// The nonce is wrong.
    WrongNonce {
        /// What is wrong with it.
        fault: NonceFault,
    },
    /// The seller fell silent.
    SellerSilent,
    /// The seller refused.
    SellerRefused {
        /// Its words.
        text: String,
    },
    /// As many sellers failed as the terms allow.
    TooManyAttempts,
    /// As many sellers refused as the limits allow.
    TooManyRefusals,
    /// The order was over before a seller did it.
    OrderOver,
    /// The buyer cancelled.
    BuyerCancelled,
    /// The buyer's account was frozen.
    BuyerFrozen,
    /// The space was searched without a hit.
    SpaceSearched,
}

impl fmt::Display for UnitReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongNonce { fault } => fault.fmt(f),
            Self::SellerSilent => f.write_str("the seller fell silent"),
            Self::SellerRefused { text } => write!(f, "the seller refused: {text}"),
            Self::TooManyAttempts => f.write_str("too many sellers failed"),
            Self::TooManyRefusals => f.write_str("too many sellers refused"),
            Self::OrderOver => f.write_str("the order was over before a seller did it"),
            Self::BuyerCancelled => f.write_str("the buyer cancelled"),
            Self::BuyerFrozen => f.write_str("the buyer's account was frozen"),
            Self::SpaceSearched => {
                f.write_str("the whole space was searched and holds no hit; nothing was paid")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each pair of state and message has one row or none, and the rows hang together.
    #[test]
    fn all_pairs_are_decided() {
        let mut rows = 0;
        for &state in UnitState::ALL {
            for &message in Message::ALL {
                let found: Vec<_> = TRANSITIONS
                    .iter()
                    .filter(|row| row.from == state && row.message == message)
                    .collect();
                assert!(found.len() <= 1, "{state} {message}");
                assert_eq!(transition(state, message), found.first().copied());
                rows += found.len();
            }
        }
        assert_eq!(rows, TRANSITIONS.len());
    }

    #[test]
    fn the_end_is_the_end_and_settles_the_money() {
        for row in TRANSITIONS {
            assert!(!row.from.is_final(), "{row:?} leaves a final state");
            assert_eq!(row.to.is_final(), row.deadline == Deadline::Never, "{row:?}");
            assert_eq!(row.to.is_final(), row.money != MoneyEffect::Keep, "{row:?}");
            assert_eq!(row.money == MoneyEffect::Pay, row.to == UnitState::Settled, "{row:?}");
            assert_eq!(row.to.is_passing(), row.deadline == Deadline::Command, "{row:?}");
        }
    }

    /// Every state that is not reserved is reached from OPEN, and leaves to an end.
    #[test]
    fn every_state_is_reached_and_left() {
        let mut reached = vec![UnitState::Open];
        for _ in UnitState::ALL {
            let next: Vec<_> =
                TRANSITIONS.iter().filter(|r| reached.contains(&r.from)).map(|r| r.to).collect();
            reached.extend(next);
        }
        for &state in UnitState::ALL {
            assert_eq!(reached.contains(&state), state != UnitState::Disputed, "{state}");
            if !state.is_final() && state != UnitState::Disputed {
                assert!(TRANSITIONS.iter().any(|row| row.from == state), "{state}");
            }
        }
    }

    /// Only a passed check pays, and only a seller's message starts a check.
    #[test]
    fn only_a_passed_check_pays() {
        let into = |state| TRANSITIONS.iter().filter(move |row| row.to == state);
        assert!(into(UnitState::Settled).all(|row| row.from == UnitState::Accepted));
        assert!(into(UnitState::Accepted).all(|row| row.message == Message::Pass));
        assert!(into(UnitState::Verifying).all(|row| row.from == UnitState::Committed));
        assert!(into(UnitState::Committed).all(|row| row.who == Sender::Seller));
    }
}
