//! Networks of addresses, as `-rpcallowip` writes them.
//!
//! Does not know who asks.

use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;

/// A text that is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "invalid subnet `{0}`: write an address (1.2.3.4), a network with its mask \
     (1.2.3.4/255.255.255.0) or with its length (1.2.3.4/24)"
)]
pub struct BadSubnet(String);

/// A network: the addresses whose first bits are these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subnet {
    /// Of the family that it is in, as 128 bits with IPv4's in front.
    bits: u128,
    length: u32,
    v4: bool,
}

impl Subnet {
    /// Whether an address is in the network.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        let (bits, v4) = bits_of(address);
        v4 == self.v4 && masked(bits, self.length) == self.bits
    }
}

fn bits_of(address: IpAddr) -> (u128, bool) {
    match address.to_canonical() {
        IpAddr::V4(address) => (u128::from(address.to_bits()) << 96, true),
        IpAddr::V6(address) => (address.to_bits(), false),
    }
}

fn masked(bits: u128, length: u32) -> u128 {
    bits & !u128::MAX.checked_shr(length).unwrap_or(0)
}

impl FromStr for Subnet {
    type Err = BadSubnet;

    fn from_str(text: &str) -> Result<Self, BadSubnet> {
        let bad = || BadSubnet(text.to_owned());
        let (address, mask) = match text.split_once('/') {
            Some((address, mask)) => (address, Some(mask)),
            None => (text, None),
        };
        let bare = address.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let address: IpAddr = bare.unwrap_or(address).parse().map_err(|_| bad())?;
        let (bits, v4) = bits_of(address);
        let width = if v4 { 32 } else { 128 };
        let length = match mask {
            None => width,
            Some(mask) => mask.parse().ok().or_else(|| mask_length(mask)).ok_or_else(bad)?,
        };
        if length > width {
            return Err(bad());
        }
        Ok(Self { bits: masked(bits, length), length, v4 })
    }
}

/// The length of a mask like `255.255.255.0`.
fn mask_length(mask: &str) -> Option<u32> {
    let bits = mask.parse::<Ipv4Addr>().ok()?.to_bits();
    let length = bits.leading_ones();
    (bits.checked_shl(length).unwrap_or(0) == 0).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks_hold_their_addresses_only() {
        let is_in = |net: &str, address: &str| {
            net.parse::<Subnet>().unwrap().contains(address.parse().unwrap())
        };
        assert!(is_in("10.1.2.3", "10.1.2.3"));
        assert!(!is_in("10.1.2.3", "10.1.2.4"));
        assert!(is_in("10.1.2.3/8", "10.255.0.1"));
        assert!(!is_in("10.1.2.3/255.255.0.0", "10.2.0.1"));
        assert!(is_in("0.0.0.0/0", "1.2.3.4"));
        assert!(!is_in("0.0.0.0/0", "2001:db8::1"));
        assert!(is_in("::/0", "2001:db8::1"));
        assert!(is_in("10.0.0.0/8", "::ffff:10.1.1.1"));
        assert!(is_in("[::1]", "::1"));
        assert!(is_in("2001:db8::/32", "2001:db8:5::1"));
        for bad in ["", "x", "1.2.3.4/33", "1.2.3.4/255.0.255.0", "::1/129", "1.2.3.4/-1"] {
            assert!(bad.parse::<Subnet>().is_err(), "{bad}");
        }
    }
}
