//! A spend step by step, from what a person or a program typed.
//!
//! Does not know the rules (`quarry_chain::script`), nor where the answer is shown.

mod words;

use quarry_api::script::{SpentOutput, TraceError, TraceRequest, TraceStep, TraceView};
use quarry_chain::script::{self, Flags, ScriptError, Stage, Step, TxData};
use quarry_primitives::secp256k1::Secp256k1;
use quarry_primitives::{
    BitcoinAmount, LockTime, OutPoint, ScriptBuf, Sequence, Transaction, TransactionVersion, TxIn,
    TxOut, Witness, consensus,
};

use crate::limits::MAX_TRACE_SHOWN_BYTES;

/// What keeps a spend from being traced: a sentence that says what to give instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadTrace(String);

fn bad(text: impl Into<String>) -> BadTrace {
    BadTrace(text.into())
}

/// Runs the scripts of a spend and tells every step. Blocks.
///
/// # Errors
/// [`BadTrace`] for a request that is no spend. A spend that is not allowed is an answer.
pub fn trace_script(request: &TraceRequest) -> Result<TraceView, BadTrace> {
    let flags = flags(request.flags.as_deref().unwrap_or("standard"))?;
    let (tx, spent) = match &request.tx {
        Some(hex) => given(request, hex)?,
        None => made_up(request)?,
    };
    if request.input >= tx.input.len() {
        let count = tx.input.len();
        return Err(bad(format!("no input {}: the transaction has {count}", request.input)));
    }
    let secp = Secp256k1::verification_only();
    let trace = script::trace(&secp, &TxData::new(&tx, &spent), request.input, flags);
    let (steps, is_cut) = shown(&trace.steps);
    Ok(TraceView {
        valid: trace.result.is_ok(),
        error: trace.result.err().map(error),
        flags: flags.to_string(),
        steps,
        is_cut: is_cut || trace.is_cut,
    })
}

fn flags(names: &str) -> Result<Flags, BadTrace> {
    let upper = names.to_uppercase();
    match upper.as_str() {
        "STANDARD" => Ok(Flags::STANDARD),
        "MANDATORY" => Ok(Flags::MANDATORY),
        _ => Flags::from_names(&upper).ok_or_else(|| {
            let known: Vec<&str> = Flags::NAMES.iter().map(|(name, _)| *name).collect();
            bad(format!(
                "unknown flags: give standard, mandatory, none, or some of {} with commas",
                known.join(",")
            ))
        }),
    }
}

/// A transaction and what it spends, as they were given.
fn given(request: &TraceRequest, hex: &str) -> Result<(Transaction, Vec<TxOut>), BadTrace> {
    if request.script_sig.is_some() || request.script_pubkey.is_some() {
        return Err(bad("give a transaction, or scripts by themselves, not both"));
    }
    if !request.witness.is_empty() || request.amount != 0 {
        return Err(bad(
            "witness and amount belong to scripts by themselves; a transaction has its own",
        ));
    }
    let tx: Transaction = consensus::encode::deserialize_hex(hex)
        .map_err(|error| bad(format!("the transaction must be in hex: {error}")))?;
    let (inputs, spent) = (tx.input.len(), request.spent.len());
    if inputs != spent {
        return Err(bad(format!(
            "the transaction has {inputs} inputs and {spent} spent outputs were given: give one for \
             each, in order"
        )));
    }
    let output = |spent: &SpentOutput| {
        let script =
            hex::decode(&spent.script).map_err(|_| bad("a spent script must be in hex"))?;
        Ok(output(spent.amount, script))
    };
    let spent = request.spent.iter().map(output).collect::<Result<_, _>>()?;
    Ok((tx, spent))
}

/// Two transactions made up for scripts, as Core's script tests make theirs.
fn made_up(request: &TraceRequest) -> Result<(Transaction, Vec<TxOut>), BadTrace> {
    let pubkey = request.script_pubkey.as_deref();
    let pubkey = pubkey.ok_or_else(|| bad("give a transaction, or the output's script"))?;
    if !request.spent.is_empty() {
        return Err(bad("spent outputs belong to a transaction; give the output's script"));
    }
    let pubkey = words::script(pubkey).map_err(|e| bad(format!("script of the output: {e}")))?;
    let sig = words::script(request.script_sig.as_deref().unwrap_or_default());
    let sig = sig.map_err(|e| bad(format!("script of the input: {e}")))?;
    let witness: Result<Vec<Vec<u8>>, _> = request.witness.iter().map(hex::decode).collect();
    let witness = witness.map_err(|_| bad("each item of the witness must be in hex"))?;
    let spent = output(request.amount, pubkey);
    let credit = transaction(OutPoint::null(), vec![0, 0], Witness::new(), spent.clone());
    let from = OutPoint::new(credit.compute_txid(), 0);
    let to = output(request.amount, Vec::new());
    Ok((transaction(from, sig, Witness::from_slice(&witness), to), vec![spent]))
}

fn output(amount: u64, script: Vec<u8>) -> TxOut {
    TxOut { value: BitcoinAmount::from_sat(amount), script_pubkey: ScriptBuf::from_bytes(script) }
}

fn transaction(from: OutPoint, sig: Vec<u8>, witness: Witness, to: TxOut) -> Transaction {
    let input = TxIn {
        previous_output: from,
        script_sig: ScriptBuf::from_bytes(sig),
        sequence: Sequence::MAX,
        witness,
    };
    let version = TransactionVersion::ONE;
    Transaction { version, lock_time: LockTime::ZERO, input: vec![input], output: vec![to] }
}

/// The steps up to the limit, and whether some were left out.
fn shown(steps: &[Step]) -> (Vec<TraceStep>, bool) {
    let mut room = MAX_TRACE_SHOWN_BYTES;
    let fits = |step: &&Step| {
        let items = step.stack.iter().chain(&step.alt_stack).chain([&step.data]);
        let bytes = items.map(|item| item.len() + 4).sum::<usize>() + 100;
        room.checked_sub(bytes).map(|left| room = left).is_some()
    };
    let shown: Vec<TraceStep> = steps.iter().take_while(fits).map(step).collect();
    let is_cut = shown.len() < steps.len();
    (shown, is_cut)
}

fn step(step: &Step) -> TraceStep {
    let items = |stack: &[Vec<u8>]| stack.iter().map(hex::encode).collect();
    TraceStep {
        script: stage(step.stage).to_owned(),
        index: step.index,
        offset: step.position,
        opcode: step.name().to_owned(),
        push: (!step.data.is_empty()).then(|| hex::encode(&step.data)),
        executed: step.executed,
        stack: items(&step.stack),
        alt_stack: items(&step.alt_stack),
        conditions: step.conditions.clone(),
        error: step.error.map(|error| error.name().to_owned()),
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::ScriptSig => "scriptSig",
        Stage::ScriptPubKey => "scriptPubKey",
        Stage::RedeemScript => "redeemScript",
        Stage::WitnessScript => "witnessScript",
        Stage::Tapscript => "tapscript",
        _ => "script",
    }
}

fn error(error: ScriptError) -> TraceError {
    TraceError { name: error.name().to_owned(), message: error.to_string() }
}
