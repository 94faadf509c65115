//! One module a command. Each returns; none prints but through `Output`, none exits.
//!
//! Does not parse flags (`cli`).

pub(crate) mod account;
mod bench;
mod buy;
mod dashboard;
mod jobs;
mod mine;
mod money;
mod nonce_input;
mod orders;
mod plan;
pub(crate) mod pool;
mod pool_rpc;
mod scaling;
mod script;
mod search;
mod sell;
mod top;
mod up;

use clap::CommandFactory;

use crate::cli::{AccountCommand, BuyCommand, Cli, Command, ConfigCommand};
use crate::config::{self, ShownConfig};
use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

/// Runs what was typed.
pub(crate) async fn run(cli: Cli, output: &Output) -> Result<(), AppError> {
    let session = Session::new(&cli.global)?;
    match cli.command {
        Command::Up(args) => up::run(&cli.global, &args, output).await,
        Command::Buy(BuyCommand::Nonce(args)) => buy::nonce(&session, &args, output).await,
        Command::Sell(args) => sell::run(&session, &args, output).await,
        Command::Mine(args) => mine::run(&cli.global, &args, output).await,
        Command::Pool(args) => pool::run(&cli.global, &args, output).await,
        Command::Grind(args) => {
            mine::grind("the header", &args.header, args.threads.as_deref(), output).await
        }
        Command::Search(args) => search::run(&args, output).await,
        Command::Bench(args) => bench::run(&args, output).await,
        Command::Orders(args) => orders::run(&session, &args, output).await,
        Command::Jobs(args) => jobs::run(&session, &args, output).await,
        Command::Deposit(args) => money::deposit(&session, &args, output).await,
        Command::Withdraw(args) => money::withdraw(&session, &args, output).await,
        Command::Account(AccountCommand::List) => account::list(&session, output).await,
        Command::Account(command) => account::run(&session, command, output),
        Command::Plan(args) => plan::run(&args, output),
        Command::Script(command) => script::run(&command, output),
        Command::Dashboard { miner, pool } => {
            let place = match (miner, pool) {
                (true, _) => Some(mine::Place::in_datadir(&session.datadir)),
                (_, true) => Some(mine::Place::of_pool(&session.datadir)),
                _ => None,
            };
            dashboard::run(&session, place, output).await
        }
        Command::Top(args) => top::run(&session, &args, output).await,
        Command::Config(ConfigCommand::Show(args)) => {
            let datadir = config::datadir(&cli.global)?;
            let config = ShownConfig::load(&cli.global, &datadir, &args)?;
            output.result(&config, ShownConfig::to_text)?;
            Ok(())
        }
        // Run before the runtime starts; see `main`.
        Command::Bitcoind { .. } | Command::Cli { .. } => Ok(()),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "quarry", &mut text);
            output.raw(&String::from_utf8_lossy(&text))?;
            Ok(())
        }
    }
}
