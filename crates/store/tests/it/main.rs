//! What is on disk, through its public doors.

mod chain_kill;
mod chain_store;
mod child;
mod command_log;
mod datadir;
mod fixture;
mod flat_files;
mod kept_file;
mod key_store;
mod run_file;
