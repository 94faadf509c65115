//! `quarry script trace`: a spend step by step.
//!
//! Does not run scripts: the node's library does, in this process.

use quarry_api::script::{SpentOutput, TraceRequest, TraceStep, TraceView};

use crate::cli::{ScriptCommand, TraceArgs};
use crate::error::{AppError, typed};
use crate::output::{Output, document, table};

/// What to read when the command line is wrong.
const HELP: &str = "see: quarry script trace --help";
/// Most characters of a stack's item that the table shows.
const ITEM_CHARS_MAX: usize = 24;

pub(crate) fn run(command: &ScriptCommand, output: &Output) -> Result<(), AppError> {
    let ScriptCommand::Trace(args) = command;
    let view = quarry_node::trace_script(&request(args)?)
        .map_err(|error| AppError::usage(error.to_string(), HELP))?;
    let Some(error) = &view.error else {
        return output.result(&view, text);
    };
    if !output.is_json() {
        output.result(&view, text)?;
    }
    Err(AppError::LimitReached {
        message: format!("the spend is not allowed: {}", error.message),
        hint: None,
        json: document(&view),
    })
}

fn request(args: &TraceArgs) -> Result<TraceRequest, AppError> {
    let witness = args.witness.as_deref().map(|items| items.split(',').map(str::to_owned));
    Ok(TraceRequest {
        tx: args.tx.clone(),
        input: args.input,
        spent: args.spent.iter().map(|text| spent(text)).collect::<Result<_, _>>()?,
        script_sig: args.script_sig.clone(),
        script_pubkey: args.script_pubkey.clone(),
        witness: witness.map(Iterator::collect).unwrap_or_default(),
        amount: args.amount,
        flags: Some(args.flags.clone()),
    })
}

fn spent(text: &str) -> Result<SpentOutput, AppError> {
    let parts = text.split_once(':').and_then(|(amount, script)| {
        Some(SpentOutput { amount: amount.parse().ok()?, script: script.to_owned() })
    });
    parts.ok_or_else(|| {
        let message = format!("--spent takes AMOUNT:HEX, like 5000:0014..., not {}", typed(text));
        AppError::usage(message, HELP)
    })
}

fn text(view: &TraceView) -> String {
    let mut table = table(&["SCRIPT", "OFFSET", "OPERATION", "", "STACK, TOP LAST", "ALT STACK"]);
    for step in &view.steps {
        table.add_row([
            step.script.clone(),
            step.offset.to_string(),
            operation(step),
            outcome(step).to_owned(),
            items(&step.stack),
            items(&step.alt_stack),
        ]);
    }
    let cut = if view.is_cut { "\n(more steps follow that are not shown)" } else { "" };
    let result = match &view.error {
        None => "valid: the input may spend the output".to_owned(),
        Some(error) => format!("{}: {}", error.name, error.message),
    };
    format!("{table}{cut}\n\n{result}")
}

fn operation(step: &TraceStep) -> String {
    match &step.push {
        Some(push) => format!("{} {}", step.opcode, short(push)),
        None => step.opcode.clone(),
    }
}

fn outcome(step: &TraceStep) -> &str {
    match &step.error {
        Some(error) => error,
        None if step.executed => "",
        None => "skipped",
    }
}

fn items(stack: &[String]) -> String {
    let shown = |item: &String| if item.is_empty() { "''".to_owned() } else { short(item) };
    stack.iter().map(shown).collect::<Vec<_>>().join(" ")
}

/// The ends of what is long.
fn short(hex: &str) -> String {
    match (hex.get(..ITEM_CHARS_MAX / 2), hex.len().checked_sub(ITEM_CHARS_MAX / 2)) {
        (Some(start), Some(end)) if hex.len() > ITEM_CHARS_MAX => {
            format!("{start}..{}", hex.get(end..).unwrap_or_default())
        }
        _ => hex.to_owned(),
    }
}
