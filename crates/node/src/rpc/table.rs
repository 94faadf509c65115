//! All methods, by name.
//!
//! Does not know what they do: each category's file has its own table.

use super::method::Method;
use super::{blockchain, control, hidden, mempool, mining, network, rawtransactions, util};

/// The tables, one for each file.
const TABLES: &[&[Method]] = &[
    blockchain::METHODS,
    blockchain::INFO,
    blockchain::WAIT,
    blockchain::CONTROL,
    blockchain::COINS,
    blockchain::SCAN,
    blockchain::STATS,
    blockchain::PROOFS,
    control::METHODS,
    hidden::METHODS,
    mempool::METHODS,
    mempool::SEND_METHODS,
    mining::METHODS,
    mining::TEMPLATE,
    mining::GENERATE,
    mining::GETWORK,
    network::METHODS,
    network::MANAGE_METHODS,
    network::ADDRESS_METHODS,
    network::ORPHAN_METHODS,
    rawtransactions::METHODS,
    rawtransactions::LOOKUP_METHODS,
    rawtransactions::PSBT_METHODS,
    util::METHODS,
];

/// Every method.
pub(super) fn all() -> impl Iterator<Item = &'static Method> {
    TABLES.iter().copied().flatten()
}

/// The method of that name. A hundred short names are compared faster than most calls take.
pub(super) fn find(name: &str) -> Option<&'static Method> {
    all().find(|method| method.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use quarry_api::rpc::Json;

    use super::*;
    use crate::rpc::method::Need;

    #[test]
    fn names_are_unique_and_defaults_are_json() {
        let mut names = BTreeSet::new();
        for method in all() {
            assert!(names.insert(method.name), "{} is there twice", method.name);
            let mut parameters = BTreeSet::new();
            for name in method.names().iter().flat_map(|name| name.names.split('|')) {
                assert!(parameters.insert(name), "{}: {name} is there twice", method.name);
            }
            for arg in method.args {
                if let Need::Default(text) = arg.need {
                    assert!(Json::parse(text.as_bytes()).is_ok(), "{}: {text}", method.name);
                }
            }
        }
    }
}
