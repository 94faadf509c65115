//! Which rules hold: Bitcoin Core's script verification flags.
//!
//! Every flag takes spends away and adds none: what is valid under two flags is valid under each
//! of them. Does not know heights: who asks knows what is active.

use core::fmt;
use core::ops::{BitOr, BitOrAssign, Not, Sub};

/// A set of script verification flags, with Core's names (without `SCRIPT_VERIFY_`).
///
/// ```
/// use quarry_chain::script::Flags;
/// let flags = Flags::P2SH | Flags::WITNESS;
/// assert!(flags.contains(Flags::P2SH) && !flags.contains(Flags::TAPROOT));
/// assert_eq!(Flags::from_names("P2SH,WITNESS"), Some(flags));
/// assert_eq!(flags.to_string(), "P2SH,WITNESS");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flags(u32);

/// Declares the flags with their bits and names.
macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal,)*) => {
        impl Flags {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// Every flag.
            pub const ALL: Self = Self($(Self::$name.0)|*);

            /// Every flag with its name.
            pub const NAMES: &[(&str, Self)] = &[$((stringify!($name), Self::$name),)*];
        }
    };
}

flags! {
    /// BIP-16: the script behind a script hash is run.
    P2SH = 0,
    /// Policy: strict DER, defined hash types, compressed or uncompressed keys.
    STRICTENC = 1,
    /// BIP-66: strict DER.
    DERSIG = 2,
    /// Policy (BIP-146): S is at most half the group's order.
    LOW_S = 3,
    /// BIP-147: the item that `OP_CHECKMULTISIG` takes in excess is empty.
    NULLDUMMY = 4,
    /// Policy (BIP-62): input scripts only push.
    SIGPUSHONLY = 5,
    /// Policy (BIP-62): pushes and numbers in their shortest form.
    MINIMALDATA = 6,
    /// Policy: no operation that may get a meaning.
    DISCOURAGE_UPGRADABLE_NOPS = 7,
    /// Policy (BIP-62): nothing beside the result is left. Wants `P2SH` and `WITNESS`.
    CLEANSTACK = 8,
    /// BIP-65.
    CHECKLOCKTIMEVERIFY = 9,
    /// BIP-112.
    CHECKSEQUENCEVERIFY = 10,
    /// BIP-141, BIP-143. Wants `P2SH`.
    WITNESS = 11,
    /// Policy: no witness version that may get a meaning.
    DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM = 12,
    /// Policy: conditions of version 0 witness scripts are empty or 1.
    MINIMALIF = 13,
    /// Policy (BIP-146): wrong signatures are empty.
    NULLFAIL = 14,
    /// Policy (BIP-143): keys in version 0 witnesses are compressed.
    WITNESS_PUBKEYTYPE = 15,
    /// Policy: no `OP_CODESEPARATOR` and no signature in the script itself outside a witness.
    CONST_SCRIPTCODE = 16,
    /// BIP-341, BIP-342.
    TAPROOT = 17,
    /// Policy: no leaf version that may get a meaning.
    DISCOURAGE_UPGRADABLE_TAPROOT_VERSION = 18,
    /// Policy: no `OP_SUCCESS`.
    DISCOURAGE_OP_SUCCESS = 19,
    /// Policy: no kind of key that may get a meaning.
    DISCOURAGE_UPGRADABLE_PUBKEYTYPE = 20,
}

impl Flags {
    /// No flag: the rules of 2010.
    pub const NONE: Self = Self(0);

    /// What every block has to meet with all upgrades active (`MANDATORY_SCRIPT_VERIFY_FLAGS`).
    pub const MANDATORY: Self = Self(
        Self::P2SH.0
            | Self::DERSIG.0
            | Self::NULLDUMMY.0
            | Self::CHECKLOCKTIMEVERIFY.0
            | Self::CHECKSEQUENCEVERIFY.0
            | Self::WITNESS.0
            | Self::TAPROOT.0,
    );

    /// What is relayed (`STANDARD_SCRIPT_VERIFY_FLAGS`).
    pub const STANDARD: Self = Self(
        Self::MANDATORY.0
            | Self::STRICTENC.0
            | Self::MINIMALDATA.0
            | Self::DISCOURAGE_UPGRADABLE_NOPS.0
            | Self::CLEANSTACK.0
            | Self::MINIMALIF.0
            | Self::NULLFAIL.0
            | Self::LOW_S.0
            | Self::DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM.0
            | Self::WITNESS_PUBKEYTYPE.0
            | Self::CONST_SCRIPTCODE.0
            | Self::DISCOURAGE_UPGRADABLE_TAPROOT_VERSION.0
            | Self::DISCOURAGE_OP_SUCCESS.0
            | Self::DISCOURAGE_UPGRADABLE_PUBKEYTYPE.0,
    );

    /// Whether all of `other` are in.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in.
    #[must_use]
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The bits, as Core numbers them.
    #[must_use]
    pub const fn bits(self) -> u32 {
        self.0
    }

    /// The flags of these bits; others are dropped.
    #[must_use]
    pub const fn from_bits(bits: u32) -> Self {
        Self(bits & Self::ALL.0)
    }

    /// The flags named in a list with commas. Nothing and `NONE` are no flag.
    #[must_use]
    pub fn from_names(names: &str) -> Option<Self> {
        if names.is_empty() || names == "NONE" {
            return Some(Self::NONE);
        }
        names.split(',').try_fold(Self::NONE, |flags, name| {
            let (_, flag) = Self::NAMES.iter().find(|(known, _)| *known == name)?;
            Some(flags | *flag)
        })
    }
}

impl BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Without these.
impl Sub for Flags {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl Not for Flags {
    type Output = Self;

    fn not(self) -> Self {
        Self::ALL - self
    }
}

impl fmt::Display for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let set = Self::NAMES.iter().filter(|(_, flag)| self.contains(*flag));
        let names: Vec<&str> = set.map(|(name, _)| *name).collect();
        f.write_str(if names.is_empty() { "NONE" } else { "" })?;
        f.write_str(&names.join(","))
    }
}
