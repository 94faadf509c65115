//! What chosen peers may do: `-whitelist` and `-whitebind`.
//!
//! Names, texts and defaults: Core's `net_permissions.cpp`. Does not know peers.

use std::net::SocketAddr;

use quarry_net::{Permissions, Subnet};

use super::super::values::{socket_address, subnet};

/// Grants what a name says; whether there is such a name.
fn grant(to: &mut Permissions, name: &str) -> bool {
    match name {
        // We serve no bloom filters: it is only shown.
        "bloomfilter" | "bloom" => to.bloom_filter = true,
        "noban" => (to.noban, to.download) = (true, true),
        "forcerelay" => (to.force_relay, to.relay) = (true, true),
        "relay" => to.relay = true,
        "mempool" => to.mempool = true,
        "download" => to.download = true,
        "addr" => to.addr = true,
        "all" => {
            let (force_relay, addr, bloom_filter) = (true, true, true);
            *to = Permissions { force_relay, addr, bloom_filter, ..Permissions::whitelisted() };
        }
        _ => return false,
    }
    true
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
    fn permissions(self) -> Permissions {
        let (relay, force_relay) = (self.relay || self.force_relay, self.force_relay);
        Permissions { relay, force_relay, addr: false, ..Permissions::whitelisted() }
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
    let (mut permissions, mut named) = (Permissions::default(), false);
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
            name if grant(&mut permissions, name) => named = true,
            name => return Err(format!("Invalid P2P permission: '{name}'")),
        }
    }
    if (incoming || outgoing) && !named {
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
        let subnet = subnet(rest);
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
