//! What chosen peers may do: `-whitelist` and `-whitebind`.
//!
//! Names, texts and defaults: Core's `net_permissions.cpp`. Does not know peers.

use std::net::SocketAddr;

use super::super::values::{Subnet, socket_address};

/// A set of permissions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Permissions(u8);

impl Permissions {
    pub(crate) const BLOOM_FILTER: Self = Self(1);
    pub(crate) const RELAY: Self = Self(1 << 1);
    /// Relays even what is in the mempool already.
    pub(crate) const FORCE_RELAY: Self = Self(1 << 2 | Self::RELAY.0);
    pub(crate) const DOWNLOAD: Self = Self(1 << 3);
    pub(crate) const NO_BAN: Self = Self(1 << 4 | Self::DOWNLOAD.0);
    pub(crate) const MEMPOOL: Self = Self(1 << 5);
    pub(crate) const ADDR: Self = Self(1 << 6);
    const ALL: Self = Self(0x7f);

    /// Whether all of `other` are in it.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Their names, in the order of `getpeerinfo`.
    pub(crate) fn names(self) -> Vec<&'static str> {
        let all = [
            ("bloomfilter", Self::BLOOM_FILTER),
            ("noban", Self::NO_BAN),
            ("forcerelay", Self::FORCE_RELAY),
            ("relay", Self::RELAY),
            ("mempool", Self::MEMPOOL),
            ("download", Self::DOWNLOAD),
            ("addr", Self::ADDR),
        ];
        all.into_iter().filter(|(_, one)| self.has(*one)).map(|(name, _)| name).collect()
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "bloomfilter" | "bloom" => Self::BLOOM_FILTER,
            "noban" => Self::NO_BAN,
            "forcerelay" => Self::FORCE_RELAY,
            "mempool" => Self::MEMPOOL,
            "download" => Self::DOWNLOAD,
            "all" => Self::ALL,
            "relay" => Self::RELAY,
            "addr" => Self::ADDR,
            _ => return None,
        })
    }
}

/// What who names no permissions grants.
#[derive(Clone, Copy, Debug)]
pub(super) struct Implicit {
    /// `-whitelistrelay`.
    pub(super) relay: bool,
    /// `-whitelistforcerelay`.
    pub(super) force_relay: bool,
}

impl Implicit {
    const fn permissions(self) -> Permissions {
        let base = Permissions::MEMPOOL.with(Permissions::NO_BAN);
        let relay = if self.relay { base.with(Permissions::RELAY) } else { base };
        if self.force_relay { relay.with(Permissions::FORCE_RELAY) } else { relay }
    }
}

struct Parsed<'a> {
    permissions: Permissions,
    incoming: bool,
    outgoing: bool,
    rest: &'a str,
}

/// Splits `perm1,perm2@rest`.
fn parse(text: &str, implicit: Implicit, outgoing_allowed: bool) -> Result<Parsed<'_>, String> {
    let Some((names, rest)) = text.split_once('@') else {
        let permissions = implicit.permissions();
        return Ok(Parsed { permissions, incoming: true, outgoing: false, rest: text });
    };
    let mut permissions = Permissions::default();
    let (mut incoming, mut outgoing) = (false, false);
    for name in names.split(',').filter(|name| !name.is_empty()) {
        match name {
            "in" => incoming = true,
            "out" if !outgoing_allowed => {
                let text =
                    "whitebind may only be used for incoming connections (\"out\" was passed)";
                return Err(text.to_owned());
            }
            "out" => outgoing = true,
            name => {
                let one = Permissions::named(name);
                let one = one.ok_or_else(|| format!("Invalid P2P permission: '{name}'"))?;
                permissions = permissions.with(one);
            }
        }
    }
    if (incoming || outgoing) && permissions == Permissions::default() {
        return Err(format!("Only direction was set, no permissions: '{text}'"));
    }
    Ok(Parsed { permissions, incoming: incoming || !outgoing, outgoing, rest })
}

/// Peers of a range of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whitelisted {
    pub(crate) subnet: Subnet,
    pub(crate) permissions: Permissions,
    /// Whether it holds for peers that connect to us.
    pub(crate) incoming: bool,
    /// Whether it holds for peers that we connect to by hand.
    pub(crate) outgoing: bool,
}

impl Whitelisted {
    pub(super) fn parse(text: &str, implicit: Implicit) -> Result<Self, String> {
        let Parsed { permissions, incoming, outgoing, rest } = parse(text, implicit, true)?;
        let subnet = Subnet::parse(rest);
        let subnet =
            subnet.ok_or_else(|| format!("Invalid netmask specified in -whitelist: '{rest}'"))?;
        Ok(Self { subnet, permissions, incoming, outgoing })
    }
}

/// An address to listen on whose peers have permissions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Permitted {
    pub(crate) address: SocketAddr,
    pub(crate) permissions: Permissions,
}

impl Permitted {
    pub(super) fn parse(text: &str, implicit: Implicit) -> Result<Self, String> {
        let Parsed { permissions, rest, .. } = parse(text, implicit, false)?;
        let address = socket_address(rest, 0)
            .ok_or_else(|| format!("Cannot resolve -whitebind address: '{rest}'"))?;
        if address.port() == 0 {
            return Err(format!("Need to specify a port with -whitebind: '{rest}'"));
        }
        Ok(Self { address, permissions })
    }
}
