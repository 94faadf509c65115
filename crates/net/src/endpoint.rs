//! Where a peer is: an address in one of the networks of BIP 155, and a port.
//!
//! Does not know how to get there, nor what is known about a peer.

mod name;

use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// An address in one of the networks that peers name to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NetAddress {
    /// IPv4.
    Ipv4([u8; 4]),
    /// IPv6, but for those that embed another network.
    Ipv6([u8; 16]),
    /// An onion service of version 3, by its public key.
    TorV3([u8; 32]),
    /// I2P, by the hash of the destination.
    I2p([u8; 32]),
    /// CJDNS.
    Cjdns([u8; 16]),
}

/// `::ffff:0:0/96`, under which IPv4 goes in 16 bytes.
const MAPPED_IPV4: [u8; 12] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
/// `fd87:d87e:eb43::/48`, the form of onion services of version 2, which are gone.
const ONION_CAT: [u8; 6] = [0xfd, 0x87, 0xd8, 0x7e, 0xeb, 0x43];
/// `fd6b:88c0:8724::/48`, which Core uses inside for names.
const INTERNAL: [u8; 6] = [0xfd, 0x6b, 0x88, 0xc0, 0x87, 0x24];

impl NetAddress {
    /// The address in the 16 bytes of `version` and `addr`; `None` for what is embedded there and
    /// means nothing today.
    #[must_use]
    pub fn from_v1(bytes: [u8; 16]) -> Option<Self> {
        if let Some(rest) = bytes.strip_prefix(&MAPPED_IPV4) {
            return rest.try_into().ok().map(Self::Ipv4);
        }
        let embedded = bytes.starts_with(&ONION_CAT) || bytes.starts_with(&INTERNAL);
        (!embedded).then_some(Self::Ipv6(bytes))
    }

    /// The 16 bytes of `version` and `addr`; `None` for a network that does not fit.
    #[must_use]
    pub fn to_v1(self) -> Option<[u8; 16]> {
        match self {
            Self::Ipv4(bytes) => Some(Ipv4Addr::from(bytes).to_ipv6_mapped().octets()),
            Self::Ipv6(bytes) => Some(bytes),
            Self::TorV3(_) | Self::I2p(_) | Self::Cjdns(_) => None,
        }
    }

    /// The address under a network id of BIP 155. `Ok(None)` if it is to be passed over.
    ///
    /// # Errors
    /// The number of bytes that a known network must have, if it is another.
    pub fn from_v2(network: u8, bytes: &[u8]) -> Result<Option<Self>, usize> {
        Ok(match network {
            1 => Some(Self::Ipv4(bytes.try_into().map_err(|_| 4_usize)?)),
            2 => {
                let bytes: [u8; 16] = bytes.try_into().map_err(|_| 16_usize)?;
                // "IPv4 or TORv2 wrapped in IPv6" is not an address of either network.
                Self::from_v1(bytes).filter(|address| matches!(address, Self::Ipv6(_)))
            }
            4 => Some(Self::TorV3(bytes.try_into().map_err(|_| 32_usize)?)),
            5 => Some(Self::I2p(bytes.try_into().map_err(|_| 32_usize)?)),
            6 => {
                let bytes: [u8; 16] = bytes.try_into().map_err(|_| 16_usize)?;
                (bytes[0] == 0xfc).then_some(Self::Cjdns(bytes))
            }
            _ => None,
        })
    }

    /// The network id of BIP 155.
    #[must_use]
    pub const fn network_id(&self) -> u8 {
        match self {
            Self::Ipv4(_) => 1,
            Self::Ipv6(_) => 2,
            Self::TorV3(_) => 4,
            Self::I2p(_) => 5,
            Self::Cjdns(_) => 6,
        }
    }

    /// The name of the network, as Core's `getpeerinfo` has it.
    #[must_use]
    pub const fn network_name(&self) -> &'static str {
        match self {
            Self::Ipv4(_) => "ipv4",
            Self::Ipv6(_) => "ipv6",
            Self::TorV3(_) => "onion",
            Self::I2p(_) => "i2p",
            Self::Cjdns(_) => "cjdns",
        }
    }

    /// The bytes, as in `addrv2`.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Ipv4(bytes) => bytes,
            Self::Ipv6(bytes) | Self::Cjdns(bytes) => bytes,
            Self::TorV3(bytes) | Self::I2p(bytes) => bytes,
        }
    }

    /// Whether it is this machine (loopback and the like).
    #[must_use]
    pub fn is_local(&self) -> bool {
        match self {
            Self::Ipv4(bytes) => bytes[0] == 127 || bytes[0] == 0,
            Self::Ipv6(bytes) => Ipv6Addr::from(*bytes).is_loopback(),
            Self::TorV3(_) | Self::I2p(_) | Self::Cjdns(_) => false,
        }
    }

    /// Whether anybody on its network could reach it (`CNetAddr::IsRoutable`).
    #[must_use]
    pub fn is_routable(&self) -> bool {
        match self {
            Self::Ipv4(bytes) => {
                let ip = Ipv4Addr::from(*bytes);
                let shared = bytes[0] == 100 && (64..128).contains(&bytes[1]);
                let benchmark = bytes[0] == 198 && (18..20).contains(&bytes[1]);
                let special = ip.is_private() || ip.is_link_local() || ip.is_documentation();
                !(self.is_local() || special || shared || benchmark || ip.is_broadcast())
            }
            Self::Ipv6(bytes) => {
                let ip = Ipv6Addr::from(*bytes);
                let documentation = bytes.starts_with(&[0x20, 0x01, 0x0d, 0xb8]);
                let private =
                    bytes[0] & 0xfe == 0xfc || bytes[0] == 0xfe && bytes[1] & 0xc0 == 0x80;
                !(ip.is_loopback() || ip.is_unspecified() || documentation || private)
            }
            Self::TorV3(_) | Self::I2p(_) | Self::Cjdns(_) => true,
        }
    }

    /// Whether we can connect to its network: there are no proxies to the others.
    #[must_use]
    pub const fn is_reachable(&self) -> bool {
        matches!(self, Self::Ipv4(_) | Self::Ipv6(_))
    }

    /// What an attacker gets many addresses of at once: the network and its first bits
    /// (`NetGroupManager::GetGroup`).
    #[must_use]
    pub fn group(&self) -> Vec<u8> {
        let mut group = vec![self.network_id()];
        match self {
            Self::Ipv4(bytes) => group.extend_from_slice(&bytes[..2]),
            Self::Ipv6(bytes) => group.extend_from_slice(&bytes[..4]),
            // All start with 0xfc: twelve bits, of which eight say nothing.
            Self::Cjdns(bytes) => group.extend_from_slice(&[bytes[0], bytes[1] | 0x0f]),
            Self::TorV3(bytes) | Self::I2p(bytes) => group.push(bytes[0] | 0x0f),
        }
        group
    }
}

impl From<IpAddr> for NetAddress {
    fn from(ip: IpAddr) -> Self {
        match ip {
            IpAddr::V4(ip) => Self::Ipv4(ip.octets()),
            IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
                Some(ip) => Self::Ipv4(ip.octets()),
                None => Self::Ipv6(ip.octets()),
            },
        }
    }
}

impl fmt::Display for NetAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ipv4(bytes) => Ipv4Addr::from(*bytes).fmt(f),
            Self::Ipv6(bytes) | Self::Cjdns(bytes) => Ipv6Addr::from(*bytes).fmt(f),
            Self::TorV3(key) => f.write_str(&name::of_onion(key)),
            Self::I2p(hash) => f.write_str(&name::of_i2p(hash)),
        }
    }
}

/// The text is no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an address: write 1.2.3.4, 2001:db8::1 or a name that ends in .onion or .b32.i2p")]
pub struct AddressFormError;

/// An IP address, or the name of an onion service or of an I2P destination.
impl core::str::FromStr for NetAddress {
    type Err = AddressFormError;
    fn from_str(text: &str) -> Result<Self, AddressFormError> {
        let named =
            || name::onion(text).map(Self::TorV3).or_else(|| name::i2p(text).map(Self::I2p));
        let ip = text.parse::<IpAddr>().ok().map(Self::from);
        ip.or_else(named).ok_or(AddressFormError)
    }
}

/// An address and a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint {
    /// The address.
    pub address: NetAddress,
    /// The port; I2P has none (0).
    pub port: u16,
}

impl Endpoint {
    /// As a socket's address, if it is one that a socket can reach.
    #[must_use]
    pub fn socket(&self) -> Option<SocketAddr> {
        let ip = match self.address {
            NetAddress::Ipv4(bytes) => IpAddr::from(bytes),
            NetAddress::Ipv6(bytes) | NetAddress::Cjdns(bytes) => IpAddr::from(bytes),
            NetAddress::TorV3(_) | NetAddress::I2p(_) => return None,
        };
        Some(SocketAddr::new(ip, self.port))
    }
}

impl From<SocketAddr> for Endpoint {
    fn from(socket: SocketAddr) -> Self {
        Self { address: socket.ip().into(), port: socket.port() }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address {
            NetAddress::Ipv6(_) | NetAddress::Cjdns(_) => {
                write!(f, "[{}]:{}", self.address, self.port)
            }
            _ => write!(f, "{}:{}", self.address, self.port),
        }
    }
}

/// What a node offers, as bits (`ServiceFlags`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Services(pub u64);

impl Services {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// The whole chain.
    pub const NETWORK: Self = Self(1);
    /// Filters of BIP 37.
    pub const BLOOM: Self = Self(1 << 2);
    /// Witnesses.
    pub const WITNESS: Self = Self(1 << 3);
    /// The last 288 blocks.
    pub const NETWORK_LIMITED: Self = Self(1 << 10);

    /// Both.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of the other's are among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Core's names of the bits.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        let name = |bit: u32| match bit {
            0 => "NETWORK".to_owned(),
            2 => "BLOOM".to_owned(),
            3 => "WITNESS".to_owned(),
            6 => "COMPACT_FILTERS".to_owned(),
            10 => "NETWORK_LIMITED".to_owned(),
            11 => "P2P_V2".to_owned(),
            other => format!("UNKNOWN[2^{other}]"),
        };
        (0..64).filter(|bit| self.0 >> bit & 1 == 1).map(name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_embedded_in_ipv6_is_not_ipv6() {
        let mut mapped = [0; 16];
        mapped[10..].copy_from_slice(&[0xff, 0xff, 1, 2, 3, 4]);
        assert_eq!(NetAddress::from_v1(mapped), Some(NetAddress::Ipv4([1, 2, 3, 4])));
        assert_eq!(NetAddress::from_v2(2, &mapped), Ok(None));
        let mut onion = [7; 16];
        onion[..6].copy_from_slice(&ONION_CAT);
        assert_eq!(NetAddress::from_v1(onion), None);
        assert_eq!(NetAddress::from_v2(1, &[1, 2, 3]), Err(4));
        assert_eq!(NetAddress::from_v2(200, &[1, 2, 3]), Ok(None));
    }

    #[test]
    fn loopback_and_private_addresses_are_not_routable() {
        for (ip, routable) in [
            ("127.0.0.1", false),
            ("10.1.2.3", false),
            ("192.168.0.1", false),
            ("100.64.0.1", false),
            ("203.0.113.1", false),
            ("8.8.8.8", true),
            ("::1", false),
            ("fe80::1", false),
            ("fd00::1", false),
            ("2001:db8::1", false),
            ("2a00:1450::1", true),
        ] {
            let address = NetAddress::from(ip.parse::<IpAddr>().unwrap());
            assert_eq!(address.is_routable(), routable, "{ip}");
        }
    }

    #[test]
    fn endpoints_are_written_as_sockets_are() {
        for text in ["1.2.3.4:8333", "[2a00:1450::1]:18444"] {
            let endpoint = Endpoint::from(text.parse::<SocketAddr>().unwrap());
            assert_eq!(endpoint.to_string(), text);
            assert_eq!(endpoint.socket().unwrap().to_string(), text);
        }
    }
}
