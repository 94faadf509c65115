//! `ci` and `quick`: groups of checks, run one after another, with the seconds each took.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use crate::args::TestOptions;
use crate::run::{Failure, Outcome, Repo};
use crate::{kernels, test, tidy};

/// All that CI runs. The order is cheapest first: a wrong format is told within a second.
pub(crate) fn ci(repo: &Repo) -> Outcome {
    Groups::timed(|groups| {
        before_tests(repo, groups)?;
        groups.run("build", || test::build(repo))?;
        let options = TestOptions { peers: true, root: true, install: true, filter: None };
        let plan = test::Plan::new(repo, &options, test::DocTests::Apart)?;
        groups.run("needs of the tests", || plan.check_needs(repo, options.install))?;
        groups.run("test plain", || plan.run_plain(repo))?;
        for group in plan.groups() {
            groups.run(&format!("test {}", group.name), || plan.run_group(repo, group))?;
        }
        plan.print_left_out();
        groups.run("doc tests", || repo.cargo(["test", "--workspace", "--doc"]).run())?;
        groups.run("doc", || {
            repo.cargo(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-Dwarnings").run()
        })
    })
}

/// The inner loop.
pub(crate) fn quick(repo: &Repo) -> Outcome {
    Groups::timed(|groups| {
        before_tests(repo, groups)?;
        groups.run("build", || test::build(repo))?;
        let plan = test::Plan::new(repo, &TestOptions::default(), test::DocTests::Apart)?;
        groups.run("test plain", || plan.run_plain(repo))?;
        plan.print_left_out();
        println!("left out: doc tests; run them: cargo test --workspace --doc");
        Ok(())
    })
}

fn before_tests(repo: &Repo, groups: &mut Groups) -> Outcome {
    groups.run("format", || repo.cargo(["fmt", "--all", "--", "--check"]).run())?;
    groups.run("tidy", || tidy::command(repo))?;
    groups.run("kernels", || kernels::command(repo, true))?;
    groups.run("clippy", || {
        repo.cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
    })
}

/// What ran, how long it took, and whether it passed.
#[derive(Debug, Default)]
struct Groups {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    name: String,
    took: Duration,
    passed: bool,
}

impl Groups {
    /// Runs the groups of `body` and prints the table, whatever happened.
    fn timed(body: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        let mut groups = Self::default();
        let outcome = body(&mut groups);
        print!("\n{}", groups.table());
        outcome
    }

    fn run(&mut self, name: &str, step: impl FnOnce() -> Outcome) -> Outcome {
        eprintln!("\n== {name}");
        let start = Instant::now();
        let outcome = step();
        let took = start.elapsed();
        self.rows.push(Row { name: name.to_owned(), took, passed: outcome.is_ok() });
        outcome.map_err(|why| Failure(format!("group {name}: {why}")))
    }

    fn table(&self) -> String {
        let mut out = format!("{:>9}  group\n", "seconds");
        for row in &self.rows {
            let mark = if row.passed { "" } else { "  FAILED" };
            let _ = writeln!(out, "{:>9.1}  {}{mark}", row.took.as_secs_f64(), row.name);
        }
        let total: Duration = self.rows.iter().map(|row| row.took).sum();
        let _ = writeln!(out, "{:>9.1}  total", total.as_secs_f64());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_failure_is_named_and_the_table_shows_it() {
        let mut groups = Groups::default();
        let outcome = groups
            .run("format", || Ok(()))
            .and_then(|()| groups.run("clippy", || Err(Failure("it is red".into()))))
            .and_then(|()| groups.run("build", || Ok(())));
        assert_eq!(outcome.unwrap_err().to_string(), "group clippy: it is red");
        let table = groups.table();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 4, "{table}");
        assert!(lines[1].ends_with("format"), "{table}");
        assert!(lines[2].ends_with("clippy  FAILED"), "{table}");
        assert!(!table.contains("build"), "{table}");
    }
}
