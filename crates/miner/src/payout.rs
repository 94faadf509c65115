//! Whom blocks of one's own pay.
//!
//! Does not know which chain is mined until it is told.

use std::fmt;

use quarry_primitives::{Address, Network, NetworkUnchecked, ScriptBuf};

/// An address that coinbases pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    address: Address<NetworkUnchecked>,
    text: String,
}

/// An address that cannot be paid.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PayoutError {
    /// Mistyped, or of another kind of chain.
    #[error("not an address of Bitcoin's kind: {0}")]
    NoAddress(String),
    /// Of another chain than the upstream's.
    #[error("the payout address {address} is not one of the upstream's chain `{chain}`")]
    OtherChain {
        /// The address.
        address: String,
        /// As the upstream calls its chain.
        chain: String,
    },
}

impl Payout {
    /// Reads an address; whether it is one of the right chain shows when the upstream says its own.
    ///
    /// # Errors
    /// [`PayoutError::NoAddress`].
    pub fn parse(text: &str) -> Result<Self, PayoutError> {
        let text = text.trim();
        let address = text.parse().map_err(|why| PayoutError::NoAddress(format!("{why}")))?;
        Ok(Self { address, text: text.to_owned() })
    }

    /// What is paid.
    #[must_use]
    pub fn script(&self) -> ScriptBuf {
        self.address.clone().assume_checked().script_pubkey()
    }

    /// Whether a chain has such addresses; one that is none of Bitcoin's own may have any.
    ///
    /// # Errors
    /// [`PayoutError::OtherChain`].
    pub fn check(&self, chain: &str) -> Result<(), PayoutError> {
        let network = match chain {
            "main" => Network::Bitcoin,
            "test" | "testnet4" | "signet" => Network::Testnet,
            "regtest" | "dev" => Network::Regtest,
            _ => return Ok(()),
        };
        if self.address.is_valid_for_network(network) {
            return Ok(());
        }
        Err(PayoutError::OtherChain { address: self.text.clone(), chain: chain.to_owned() })
    }
}

impl fmt::Display for Payout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_belongs_to_chains() {
        let payout = Payout::parse(" bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080 ").unwrap();
        assert_eq!(payout.script().to_hex_string(), "0014751e76e8199196d454941c45d1b3a323f1433bd6");
        assert_eq!(payout.check("regtest"), Ok(()));
        assert_eq!(payout.check("dev"), Ok(()));
        assert!(payout.check("main").unwrap_err().to_string().contains("chain `main`"));
        assert!(payout.check("signet").is_err());
        let main = Payout::parse("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4").unwrap();
        assert!(main.check("dev").is_err());
        assert_eq!(main.check("some-chain"), Ok(()));
        assert!(Payout::parse("bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt081").is_err());
        assert!(Payout::parse("").is_err());
    }
}
