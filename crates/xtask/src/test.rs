//! `cargo xtask test`: which tests run, what they need, and what was left out.
//!
//! Tests belong to a group by the name of a module in their path: `peers::` drives real programs
//! of others, `root::` needs root, `soak::` takes long. Everything else is plain: it needs only
//! Rust and a C compiler. Groups are cut out with libtest's own filters, so a test is never marked
//! as ignored and never skips itself: it runs, or this program says that it did not.
//!
//! libtest matches by substring. A module `state_root` would therefore be taken for the group
//! `root`; `cargo xtask tidy` refuses such names.

use crate::args::TestOptions;
use crate::registries;
use crate::run::{Failure, Outcome, Repo, on_path};

/// A group of tests that needs more than Rust and a C compiler.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// The module's name in a test's path.
    pub(crate) name: &'static str,
    /// Programs it starts.
    programs: &'static [&'static str],
    /// Debian packages that bring those programs and what they need beside them.
    packages: &'static [&'static str],
    /// Whether it has to run as root.
    as_root: bool,
    /// How to run it.
    how: &'static str,
}

/// Every group. `soak` has no flag: it takes hours and is never part of CI.
pub(crate) const GROUPS: [Group; 3] = [
    Group {
        name: "peers",
        programs: &["chromium", "chromedriver", "node", "npm", "python3"],
        packages: &[
            "chromium",
            "chromium-driver",
            "fonts-dejavu-core",
            "nodejs",
            "npm",
            "python3",
            "python3-venv",
        ],
        as_root: false,
        how: "cargo xtask test --peers",
    },
    Group {
        name: "root",
        programs: &["ip"],
        packages: &["iproute2"],
        as_root: true,
        how: "cargo xtask test --root (as root)",
    },
    Group { name: "soak", programs: &[], packages: &[], as_root: false, how: "cargo xtask soak" },
];

impl Group {
    /// The piece of a test's path by which libtest tells this group.
    fn mark(&self) -> String {
        format!("{}::", self.name)
    }

    /// Whether this group was asked for.
    fn wanted(&self, options: &TestOptions) -> bool {
        match self.name {
            "peers" => options.peers,
            "root" => options.root,
            _ => false,
        }
    }
}

/// Whether doc tests run together with the plain ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DocTests {
    /// In the same `cargo test`.
    With,
    /// Not here: the caller runs them, or says that it does not.
    Apart,
}

/// Runs `cargo xtask test`.
pub(crate) fn command(repo: &Repo, options: &TestOptions) -> Outcome {
    build(repo)?;
    let plan = Plan::new(repo, options, DocTests::With)?;
    plan.check_needs(repo, options.install)?;
    plan.run_plain(repo)?;
    for group in plan.groups() {
        plan.run_group(repo, group)?;
    }
    plan.print_left_out();
    Ok(())
}

/// Runs `cargo xtask soak`. libtest matches by substring, so a filter has to name the group.
pub(crate) fn soak(repo: &Repo, filter: Option<&str>) -> Outcome {
    let filter = filter.unwrap_or("soak::");
    if !filter.contains("soak") {
        return Err(Failure(format!("`{filter}` names no soak test, like `exhaustive::soak`")));
    }
    repo.cargo(["build", "--release", "--workspace"]).run()?;
    repo.cargo(["test", "--release", "--workspace", "--tests", filter]).run()
}

/// Builds the binary that end-to-end tests start, and everything else. `-p quarry` alone would
/// unify other features and compile part of the tree a second time.
pub(crate) fn build(repo: &Repo) -> Outcome {
    repo.cargo(["build", "--workspace", "--all-targets"]).run()
}

/// What will run, decided from what there is.
#[derive(Debug)]
pub(crate) struct Plan {
    filter: Option<String>,
    doc_tests: DocTests,
    /// Every test with its group's place in [`GROUPS`], if it has one.
    tests: Vec<(String, Option<usize>)>,
    wanted: [bool; GROUPS.len()],
}

impl Plan {
    /// Asks the test binaries what they hold.
    pub(crate) fn new(repo: &Repo, options: &TestOptions, doc_tests: DocTests) -> Outcome<Self> {
        let words = ["test", "--quiet", "--workspace", "--tests", "--", "--list"];
        let listing = repo.cargo(words).capture()?;
        Ok(Self::from_listing(&listing, options, doc_tests))
    }

    fn from_listing(listing: &str, options: &TestOptions, doc_tests: DocTests) -> Self {
        let tests = listing
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .map(|name| (name.to_owned(), GROUPS.iter().position(|g| name.contains(&g.mark()))))
            .collect();
        let wanted = std::array::from_fn(|i| GROUPS[i].wanted(options));
        Self { filter: options.filter.clone(), doc_tests, tests, wanted }
    }

    /// The groups that were asked for, with tests or without.
    pub(crate) fn groups(&self) -> impl Iterator<Item = &'static Group> {
        let wanted = self.wanted;
        GROUPS.iter().enumerate().filter(move |(i, _)| wanted[*i]).map(|(_, group)| group)
    }

    /// The tests of a group that pass the filter.
    fn tests_of(&self, group: &Group) -> Vec<&str> {
        self.tests
            .iter()
            .filter(|(_, of)| of.is_some_and(|i| GROUPS[i] == *group))
            .map(|(name, _)| name.as_str())
            .filter(|name| self.filter.as_deref().is_none_or(|filter| name.contains(filter)))
            .collect()
    }

    /// Fails with the reason if a wanted group cannot run here; installs packages if asked to.
    pub(crate) fn check_needs(&self, repo: &Repo, install: bool) -> Outcome {
        for group in self.groups() {
            if self.tests_of(group).is_empty() {
                continue;
            }
            if group.as_root && !is_root(repo)? {
                return Err(Failure(format!(
                    "the tests of group {} need root (network namespaces): run `{}`",
                    group.name, group.how
                )));
            }
            let missing = missing_programs(group);
            if !missing.is_empty() && !install {
                return Err(Failure(format!(
                    "the tests of group {} need {}: add --install, or run `apt-get install {}`",
                    group.name,
                    missing.join(" and "),
                    group.packages.join(" ")
                )));
            }
            if !missing.is_empty() {
                install_packages(repo, group)?;
            }
            if group.name == "peers" {
                check_peers(repo, install)?;
            }
        }
        Ok(())
    }

    /// Runs the plain tests.
    pub(crate) fn run_plain(&self, repo: &Repo) -> Outcome {
        let words = self.plain_words();
        repo.cargo(words.iter().map(String::as_str)).run()
    }

    fn plain_words(&self) -> Vec<String> {
        let mut words = vec!["test".to_owned(), "--workspace".into()];
        if self.doc_tests == DocTests::Apart {
            words.push("--tests".into());
        }
        words.extend(self.filter.clone());
        words.push("--".into());
        for group in &GROUPS {
            words.extend(["--skip".into(), group.mark()]);
        }
        words
    }

    /// Runs one group, or says that there is nothing to run.
    pub(crate) fn run_group(&self, repo: &Repo, group: &Group) -> Outcome {
        match self.group_words(group) {
            Ok(words) => repo.cargo(words.iter().map(String::as_str)).run(),
            Err(why) => {
                println!("group {}: {why}", group.name);
                Ok(())
            }
        }
    }

    fn group_words(&self, group: &Group) -> Result<Vec<String>, String> {
        let tests = self.tests_of(group);
        let mut words = vec!["test".to_owned(), "--workspace".into(), "--tests".into()];
        match &self.filter {
            Some(filter) if tests.is_empty() => {
                return Err(format!("no test whose path contains `{filter}`"));
            }
            None if tests.is_empty() => return Err("no tests yet".into()),
            None => words.push(group.mark()),
            // libtest runs what matches any of several filters, never all of them: name each.
            Some(_) => {
                words.extend(["--".to_owned(), "--exact".into()]);
                words.extend(tests.into_iter().map(str::to_owned));
            }
        }
        Ok(words)
    }

    /// Says which groups did not run, and how to run them.
    pub(crate) fn print_left_out(&self) {
        for line in self.left_out() {
            println!("{line}");
        }
    }

    fn left_out(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(filter) = &self.filter
            && !self.tests.iter().any(|(name, _)| name.contains(filter))
        {
            lines.push(format!("no test whose path contains `{filter}`, but for doc tests"));
        }
        for (i, group) in GROUPS.iter().enumerate().filter(|(i, _)| !self.wanted[*i]) {
            let name = group.name;
            lines.push(match self.tests.iter().filter(|(_, of)| *of == Some(i)).count() {
                0 => format!("group {name}: no tests yet"),
                count => format!("left out: group {name}, tests: {count}; run it: {}", group.how),
            });
        }
        lines
    }
}

fn missing_programs(group: &Group) -> Vec<&'static str> {
    group.programs.iter().copied().filter(|name| !on_path(name)).collect()
}

/// The same for programs that come from registries.
fn check_peers(repo: &Repo, install: bool) -> Outcome {
    let missing = registries::missing(repo);
    if !missing.is_empty() && !install {
        return Err(Failure(format!(
            "the tests of group peers need {}: add --install, which puts them into the target folder",
            missing.join(" and ")
        )));
    }
    registries::install(repo)
}

fn install_packages(repo: &Repo, group: &Group) -> Outcome {
    if !is_root(repo)? {
        let packages = group.packages.join(" ");
        return Err(Failure(format!("--install needs root: run `apt-get install {packages}`")));
    }
    let apt = |words: Vec<&str>| {
        repo.program("apt-get", words).env("DEBIAN_FRONTEND", "noninteractive").run()
    };
    apt(vec!["update", "-qq"])?;
    let mut words = vec!["install", "-y", "-qq", "--no-install-recommends"];
    words.extend(group.packages);
    apt(words)?;
    match missing_programs(group).as_slice() {
        [] => Ok(()),
        missing => Err(Failure(format!("{} still missing after apt-get", missing.join(" and ")))),
    }
}

fn is_root(repo: &Repo) -> Outcome<bool> {
    Ok(repo.program("id", ["-u"]).capture()?.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTING: &str = "\
hash::tests::abc: test
peers::browser::a_trade_is_shown: test
peers::cpuminer::finds_a_block: test
root::partition::heals: test

2 tests, 0 benchmarks
rate: benchmark
";

    fn plan(options: &TestOptions) -> Plan {
        Plan::from_listing(LISTING, options, DocTests::Apart)
    }

    #[test]
    fn plain_tests_leave_every_group_out() {
        let words = plan(&TestOptions::default()).plain_words().join(" ");
        assert_eq!(words, "test --workspace --tests -- --skip peers:: --skip root:: --skip soak::");
        let options = TestOptions { filter: Some("abc".into()), ..TestOptions::default() };
        let words = Plan::from_listing(LISTING, &options, DocTests::With).plain_words().join(" ");
        assert!(words.starts_with("test --workspace abc -- --skip peers::"), "{words}");
    }

    #[test]
    fn what_is_left_out_is_told_with_its_count() {
        let lines = plan(&TestOptions { root: true, ..TestOptions::default() }).left_out();
        assert_eq!(
            lines,
            [
                "left out: group peers, tests: 2; run it: cargo xtask test --peers",
                "group soak: no tests yet",
            ]
        );
    }

    #[test]
    fn a_filter_that_finds_nothing_is_told() {
        let options = TestOptions { filter: Some("zzz".into()), ..TestOptions::default() };
        let lines = plan(&options).left_out();
        assert_eq!(lines[0], "no test whose path contains `zzz`, but for doc tests");
    }

    #[test]
    fn a_wanted_group_runs_by_its_mark() {
        let plan = plan(&TestOptions { peers: true, root: true, ..TestOptions::default() });
        assert_eq!(plan.groups().map(|g| g.name).collect::<Vec<_>>(), ["peers", "root"]);
        let words = plan.group_words(&GROUPS[0]).unwrap().join(" ");
        assert_eq!(words, "test --workspace --tests peers::");
    }

    #[test]
    fn a_filter_narrows_a_group_instead_of_widening_it() {
        let filter = |text: &str| TestOptions {
            peers: true,
            filter: Some(text.into()),
            ..TestOptions::default()
        };
        let words = plan(&filter("browser")).group_words(&GROUPS[0]).unwrap().join(" ");
        assert_eq!(words, "test --workspace --tests -- --exact peers::browser::a_trade_is_shown");
        let why = plan(&filter("abc")).group_words(&GROUPS[0]).unwrap_err();
        assert_eq!(why, "no test whose path contains `abc`");
    }

    #[test]
    fn an_empty_group_says_so() {
        let plan = Plan::from_listing("", &TestOptions::default(), DocTests::Apart);
        assert_eq!(plan.group_words(&GROUPS[1]), Err("no tests yet".into()));
    }
}
