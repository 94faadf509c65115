//! The direction of crates, as data: which crate of ours may use which. ARCHITECTURE.md draws it.
//!
//! Arrows point down. A new crate gets its line in [`TABLE`].

/// Values and kernels.
pub(super) const ROW_1: &[&str] = &["primitives", "pow"];
/// Rules and protocols: no clock, no I/O.
pub(super) const ROW_2: &[&str] = &["chain", "net", "mining", "market", "depot", "wallet", "api"];
/// Disk, pages, doing work.
const ROW_3: &[&str] = &["service", "store", "web", "worker", "miner"];
/// Servers.
const ROW_4: &[&str] = &["node", "exchange", "fleet"];

/// Each crate by its directory's name, and the crates it may use, in one or more lists.
const TABLE: &[(&str, &[&[&str]])] = &[
    // row 1
    ("primitives", &[]),
    ("pow", &[]),
    // row 2
    ("chain", &[&["primitives"]]),
    ("net", &[&["primitives"]]),
    ("wallet", &[&["primitives"]]),
    ("api", &[&["primitives"]]),
    ("mining", &[ROW_1]),
    ("market", &[ROW_1]),
    ("depot", &[]),
    // row 3
    ("service", &[&["primitives"]]),
    ("store", &[ROW_1, &["chain", "market", "wallet", "depot"]]),
    ("web", &[&["primitives", "api", "service"]]),
    ("worker", &[ROW_1, &["api", "depot", "service"]]),
    ("miner", &[ROW_1, ROW_2, &["service"]]),
    // row 4: never on one another, they meet over `api` types on the wire and inside `app`
    ("node", &[ROW_1, ROW_2, &["service", "store", "web", "miner"]]),
    ("exchange", &[ROW_1, ROW_2, &["service", "store", "web", "worker"]]),
    ("fleet", &[ROW_1, ROW_2, &["service", "store", "web", "worker"]]),
    // row 5
    ("app", &[ROW_1, ROW_2, ROW_3, ROW_4]),
    // tools
    ("testkit", &[ROW_1, ROW_2, ROW_3]),
    ("xtask", &[]),
];

/// Whether `user` may use `used`; `None` if `user` is not in the table.
pub(super) fn may_use(user: &str, used: &str) -> Option<bool> {
    let (_, lists) = TABLE.iter().find(|(name, _)| *name == user)?;
    Some(lists.iter().any(|list| list.contains(&used)))
}

/// The directory's name of a package of ours.
pub(super) fn directory(package: &str) -> Option<&str> {
    match package {
        "quarry" => Some("app"),
        "xtask" => Some("xtask"),
        _ => package.strip_prefix("quarry-"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A cycle, or an arrow that points up, would show here before any manifest had it.
    #[test]
    fn the_table_points_down_only() {
        let place = |name: &str| TABLE.iter().position(|(other, _)| *other == name);
        for (user, lists) in TABLE {
            for used in lists.iter().flat_map(|list| list.iter()) {
                assert!(place(used).is_some(), "{user} uses {used}, which has no line");
                assert!(place(used) < place(user), "{user} uses {used}, which is above it");
            }
        }
    }

    #[test]
    fn servers_never_use_one_another() {
        for user in ROW_4 {
            for used in ROW_4 {
                assert_eq!(may_use(user, used), Some(false));
            }
        }
        assert_eq!(may_use("node", "worker"), Some(false));
        assert_eq!(may_use("exchange", "miner"), Some(false));
        assert_eq!(may_use("app", "testkit"), Some(false));
        assert_eq!(may_use("common", "primitives"), None);
    }
}
