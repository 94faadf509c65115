//! Whom not to talk to: bans that a person made, and peers discouraged for what they did.
//!
//! Both end by themselves. Does not know why; does not close connections.

use std::collections::{BTreeMap, VecDeque};

use crate::endpoint::NetAddress;
use crate::limits::{BAN_TIME_SECS, MAX_BANS, MAX_DISCOURAGED};

/// Addresses that share their first bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subnet {
    address: NetAddress,
    bits: u16,
}

impl Subnet {
    /// A subnet; bits behind its length are cleared. `None` if it is longer than the address.
    #[must_use]
    pub fn new(address: NetAddress, bits: u16) -> Option<Self> {
        if usize::from(bits) > address.bytes().len() * 8 {
            return None;
        }
        let clear = |bytes: &mut [u8]| {
            for (i, byte) in bytes.iter_mut().enumerate() {
                let before = usize::from(bits).saturating_sub(i * 8).min(8);
                *byte &= u8::try_from(0xff00_u16 >> before & 0xff).unwrap_or(0);
            }
        };
        let mut address = address;
        match &mut address {
            NetAddress::Ipv4(bytes) => clear(bytes),
            NetAddress::Ipv6(bytes) | NetAddress::Cjdns(bytes) => clear(bytes),
            NetAddress::TorV3(bytes) | NetAddress::I2p(bytes) => clear(bytes),
        }
        Some(Self { address, bits })
    }

    /// One address alone.
    #[must_use]
    pub fn of_one(address: NetAddress) -> Self {
        // 256 at most.
        let bits = u16::try_from(address.bytes().len() * 8).unwrap_or(u16::MAX);
        Self { address, bits }
    }

    /// Its first address.
    #[must_use]
    pub const fn address(&self) -> NetAddress {
        self.address
    }

    /// Whether it is among them.
    #[must_use]
    pub fn contains(&self, address: &NetAddress) -> bool {
        let same_network = self.address.network_id() == address.network_id();
        same_network && Self::new(*address, self.bits).is_some_and(|it| it.address == self.address)
    }
}

/// The text is no address and no subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an IP address or subnet")]
pub struct SubnetFormError;

/// `ADDRESS`, `ADDRESS/BITS` or `ADDRESS/NETMASK` (`LookupSubNet`); a name stands for itself only.
impl core::str::FromStr for Subnet {
    type Err = SubnetFormError;
    fn from_str(text: &str) -> Result<Self, SubnetFormError> {
        let ip = |text: &str| text.parse::<core::net::IpAddr>().map_err(|_| SubnetFormError);
        let Some((address, mask)) = text.split_once('/') else {
            return text.parse().map(Self::of_one).map_err(|_| SubnetFormError);
        };
        let address = NetAddress::from(ip(address)?);
        let digits = !mask.is_empty() && mask.bytes().all(|byte| byte.is_ascii_digit());
        let bits = if digits {
            mask.parse().ok()
        } else {
            let mask = NetAddress::from(ip(mask)?);
            (mask.network_id() == address.network_id()).then(|| ones(mask.bytes())).flatten()
        };
        bits.and_then(|bits| Self::new(address, bits)).ok_or(SubnetFormError)
    }
}

/// How many ones a mask starts with; `None` if there are more behind the first zero.
fn ones(mask: &[u8]) -> Option<u16> {
    let bits = |byte: &u8| (0..8).rev().map(move |bit| byte >> bit & 1 == 1).collect::<Vec<_>>();
    let bits: Vec<bool> = mask.iter().flat_map(bits).collect();
    let ones = bits.iter().take_while(|bit| **bit).count();
    let rest = bits.iter().skip(ones).any(|bit| *bit);
    if rest { None } else { u16::try_from(ones).ok() }
}

impl core::fmt::Display for Subnet {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.address {
            NetAddress::Ipv4(_) | NetAddress::Ipv6(_) => {
                write!(f, "{}/{}", self.address, self.bits)
            }
            _ => write!(f, "{}", self.address),
        }
    }
}

/// When a ban was made and when it ends, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ban {
    /// When it was made.
    pub created_secs: u64,
    /// When it ends.
    pub until_secs: u64,
}

/// The bans and the discouraged.
#[derive(Clone, Debug, Default)]
pub struct BanList {
    bans: BTreeMap<Subnet, Ban>,
    discouraged: BTreeMap<NetAddress, u64>,
    /// In the order in which they were discouraged, which is that in which it ends.
    order: VecDeque<(u64, NetAddress)>,
}

impl BanList {
    /// Bans; a longer ban that is there already stays. `false` if there is no room.
    pub fn ban(&mut self, subnet: Subnet, ban: Ban) -> bool {
        if self.bans.len() >= MAX_BANS && !self.bans.contains_key(&subnet) {
            return false;
        }
        let entry = self.bans.entry(subnet).or_insert(ban);
        if entry.until_secs < ban.until_secs {
            *entry = ban;
        }
        true
    }

    /// Takes a ban back; `false` if there is none.
    pub fn unban(&mut self, subnet: &Subnet) -> bool {
        self.bans.remove(subnet).is_some()
    }

    /// Takes all bans back.
    pub fn clear(&mut self) {
        self.bans.clear();
    }

    /// The bans that hold.
    pub fn bans(&self, now_secs: u64) -> impl Iterator<Item = (Subnet, Ban)> + '_ {
        let holds = move |(_, ban): &(&Subnet, &Ban)| ban.until_secs > now_secs;
        self.bans.iter().filter(holds).map(|(subnet, ban)| (*subnet, *ban))
    }

    /// Whether exactly this subnet is banned.
    #[must_use]
    pub fn is_subnet_banned(&self, subnet: &Subnet, now_secs: u64) -> bool {
        self.bans.get(subnet).is_some_and(|ban| ban.until_secs > now_secs)
    }

    /// Whether an address is banned.
    #[must_use]
    pub fn is_banned(&self, address: &NetAddress, now_secs: u64) -> bool {
        self.bans(now_secs).any(|(subnet, _)| subnet.contains(address))
    }

    /// Prefers others to this address for a day.
    pub fn discourage(&mut self, address: NetAddress, now_secs: u64) {
        self.expire(now_secs);
        if self.order.len() >= MAX_DISCOURAGED
            && let Some((_, oldest)) = self.order.pop_front()
        {
            self.discouraged.remove(&oldest);
        }
        let until = now_secs.saturating_add(BAN_TIME_SECS);
        self.discouraged.insert(address, until);
        self.order.push_back((until, address));
    }

    /// Whether an address is discouraged.
    #[must_use]
    pub fn is_discouraged(&self, address: &NetAddress, now_secs: u64) -> bool {
        self.discouraged.get(address).is_some_and(|until| *until > now_secs)
    }

    /// Forgets what has ended.
    pub fn expire(&mut self, now_secs: u64) {
        self.bans.retain(|_, ban| ban.until_secs > now_secs);
        while let Some(&(until, address)) = self.order.front()
            && until <= now_secs
        {
            self.order.pop_front();
            if self.discouraged.get(&address).is_some_and(|it| *it <= now_secs) {
                self.discouraged.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v4(text: &str) -> NetAddress {
        text.parse::<core::net::IpAddr>().unwrap().into()
    }

    #[test]
    fn a_ban_holds_for_its_subnet_until_it_ends() {
        let mut bans = BanList::default();
        let subnet = Subnet::new(v4("10.1.2.3"), 20).unwrap();
        assert_eq!(subnet.to_string(), "10.1.0.0/20");
        assert!(bans.ban(subnet, Ban { created_secs: 5, until_secs: 100 }));
        assert!(bans.is_banned(&v4("10.1.15.255"), 99));
        assert!(!bans.is_banned(&v4("10.1.16.0"), 99));
        assert!(!bans.is_banned(&v4("10.1.2.3"), 100));
        // A shorter one does not replace it.
        bans.ban(subnet, Ban { created_secs: 6, until_secs: 50 });
        assert!(bans.is_subnet_banned(&subnet, 99));
        assert!(bans.unban(&subnet) && !bans.unban(&subnet));
        assert_eq!(Subnet::new(v4("1.2.3.4"), 33), None);
        assert!(Subnet::of_one(v4("1.2.3.4")).contains(&v4("1.2.3.4")));
        assert!(Subnet::new(v4("1.2.3.4"), 0).unwrap().contains(&v4("200.2.3.4")));
    }

    #[test]
    fn subnets_are_read_as_core_reads_them() {
        for (text, written) in [
            ("1.2.3.4", Some("1.2.3.4/32")),
            ("10.1.2.3/8", Some("10.0.0.0/8")),
            ("10.1.2.3/255.255.0.0", Some("10.1.0.0/16")),
            ("2001:db8::1/32", Some("2001:db8::/32")),
            ("::1", Some("::1/128")),
            ("10.1.2.3/33", None),
            ("10.1.2.3/255.0.255.0", None),
            ("10.1.2.3/", None),
            ("10.1.2.3/+8", None),
            ("10.1.2.3/ffff::", None),
            ("localhost", None),
        ] {
            let read = text.parse::<Subnet>().ok().map(|subnet| subnet.to_string());
            assert_eq!(read.as_deref(), written, "{text}");
        }
    }

    #[test]
    fn discouragement_ends_and_its_memory_is_bounded() {
        let mut bans = BanList::default();
        bans.discourage(v4("8.8.8.8"), 10);
        assert!(bans.is_discouraged(&v4("8.8.8.8"), 10 + BAN_TIME_SECS - 1));
        assert!(!bans.is_discouraged(&v4("8.8.8.8"), 10 + BAN_TIME_SECS));
        for n in 0..u32::try_from(MAX_DISCOURAGED).unwrap() + 10 {
            bans.discourage(NetAddress::Ipv4(n.to_be_bytes()), 20);
        }
        assert_eq!(bans.discouraged.len(), MAX_DISCOURAGED);
        bans.expire(20 + BAN_TIME_SECS);
        assert!(bans.discouraged.is_empty() && bans.order.is_empty());
    }
}
