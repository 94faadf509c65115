//! What may be typed after `plan`. Numbers stay text here, so that a wrong one can be told with its
//! option (`commands::plan`).

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_long_help = JSON_HELP)]
pub(crate) struct PlanArgs {
    /// Leading zero bits of the hash, 0 to 255
    #[arg(short = 'D', long, value_name = "BITS", allow_negative_numbers = true)]
    pub(crate) zero_bits: String,
    /// Seconds in which a hit is wanted, boot time included
    #[arg(short = 'T', long, value_name = "SECS", allow_negative_numbers = true)]
    pub(crate) deadline: String,
    /// Confidence wanted, above 0 and below 1, like 0.95
    #[arg(short = 'L', long, value_name = "CONFIDENCE", allow_negative_numbers = true)]
    pub(crate) confidence: String,
    /// Hashes per second of one machine; k, M, G and T stand for thousands to millions of millions
    #[arg(long, value_name = "HASHES", allow_negative_numbers = true)]
    pub(crate) rate: String,
    /// What a machine costs per hour, a decimal in your own currency; an estimate, so not exact money
    #[arg(long, value_name = "PER_HOUR", default_value = "0", allow_negative_numbers = true)]
    pub(crate) price: String,
    /// Seconds from a machine's order to its first hash
    #[arg(long, value_name = "SECS", default_value = "35", allow_negative_numbers = true)]
    pub(crate) boot: String,
    /// Seconds that ordering one machine takes, one after the other
    #[arg(long, value_name = "SECS", default_value = "0", allow_negative_numbers = true)]
    pub(crate) launch: String,
    /// Hashes per second of this machine, which needs no boot [default: the same as --rate]
    #[arg(long, value_name = "HASHES", allow_negative_numbers = true)]
    pub(crate) local_rate: Option<String>,
    /// Bits of the nonce, 1 to 64: the space ends after 2^BITS hashes [default: it has no end]
    #[arg(long, value_name = "BITS", allow_negative_numbers = true)]
    pub(crate) nonce_bits: Option<String>,
    /// Draw time and cost over the number of machines into this file
    #[arg(long, value_name = "FILE")]
    pub(crate) svg: Option<PathBuf>,
}

const JSON_HELP: &str = "\
Keys of --json (times in seconds, costs in the currency of --price, null without a price):
  answer      here (this machine alone does it), here_first (it is expected to end before a
              machine would be up), machines, or out_of_reach (exit code 4)
  machines    how many to take; 0 for here and here_first, null for out_of_reach
  asked       what was planned for, with defaults
  hashes      hashes for the confidence; null if the space does not hold it
  here        outlook of this machine alone
  fleet       outlook of the fewest machines that do what was asked; null if none do
  reach       confidence (the most by the deadline) with confidence_machines, and deadline_secs (the
              least for the confidence) with deadline_machines
  knee        from this many machines on, 1 % faster costs more than 1 % more; null if beyond 4096
  useful      most machines that are up before the deadline
  curve       outlooks over the number of machines
An outlook: machines, chance_by_deadline, confidence_secs, quantiles (list of confidence, secs),
mean_secs and mean_cost (until a hit or the end of the space, nobody
giving up), deadline_cost (on average, giving up at the
deadline), most_cost (no hit by the deadline), mean_billed_secs, deadline_billed_secs and
most_billed_secs (machines' seconds on the bill: at least 60 each, and 5 for stopping).
The machines search without this one's help.";
