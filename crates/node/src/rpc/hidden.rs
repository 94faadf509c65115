//! Methods for tests, which `help` lists only when asked for by name.

use std::time::Duration;

use quarry_api::rpc::{Json, RpcError, code};

use super::Call;
use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use crate::limits;

/// What `echo` takes.
const ECHO_ARGS: &[Arg] = &[
    Arg::optional("arg0", ArgKind::Str, "").any_type(),
    Arg::optional("arg1", ArgKind::Str, "").any_type(),
    Arg::optional("arg2", ArgKind::Str, "").any_type(),
    Arg::optional("arg3", ArgKind::Str, "").any_type(),
    Arg::optional("arg4", ArgKind::Str, "").any_type(),
    Arg::optional("arg5", ArgKind::Str, "").any_type(),
    Arg::optional("arg6", ArgKind::Str, "").any_type(),
    Arg::optional("arg7", ArgKind::Str, "").any_type(),
    Arg::optional("arg8", ArgKind::Str, "").any_type(),
    Arg::optional("arg9", ArgKind::Str, "").any_type(),
];

pub(super) const METHODS: &[Method] = &[
    echo_named("echo"),
    echo_named("echojson"),
    Method {
        category: Category::Hidden,
        name: "echoipc",
        about: "Echo back the input argument. This command is for testing.",
        args: &[Arg::required("arg", ArgKind::Str, "The string to echo")],
        result: "\"str\"    (string) The echoed string.",
        examples: &[],
        run: Run::Thread(|call| Ok(call.arg("arg").clone())),
    },
    Method {
        category: Category::Hidden,
        name: "mockscheduler",
        about: "Bump the scheduler into the future (-regtest only)",
        args: &[Arg::required(
            "delta_time",
            ArgKind::Num,
            "Number of seconds to forward the scheduler into the future.",
        )],
        result: "null    (json null)",
        examples: &[],
        run: Run::Thread(mock_scheduler),
    },
    Method {
        category: Category::Hidden,
        name: "setmocktime",
        about: "Set the local time to given timestamp (-regtest only)",
        args: &[Arg::required(
            "timestamp",
            ArgKind::Num,
            "UNIX epoch time\nPass 0 to go back to using the system time.",
        )],
        result: "null    (json null)",
        examples: &[],
        run: Run::Thread(set_mock_time),
    },
];

const fn echo_named(name: &'static str) -> Method {
    Method {
        category: Category::Hidden,
        name,
        about: "Simply echo back the input arguments. This command is for testing.\n\
                \nIt will return an internal bug report when arg9='trigger_internal_bug' is passed.",
        args: ECHO_ARGS,
        result: "Returns whatever was passed in",
        examples: &[],
        run: Run::Thread(echo),
    }
}

fn echo(call: &Call) -> Answer {
    if *call.arg("arg9") == Json::from("trigger_internal_bug") {
        return Err(RpcError::misc(
            "Internal bug detected: request.params[9].get_str() != \"trigger_internal_bug\"",
        ));
    }
    Ok(call.params().to_vec().into())
}

/// The latest time that can be set, seconds: the last one whose nanoseconds fit into 63 bits.
const MAX_MOCK_TIME: i64 = i64::MAX / 1_000_000_000;

fn set_mock_time(call: &Call) -> Answer {
    let Some(set) = &call.deps().set_mock_time else {
        return Err(RpcError::misc("setmocktime is for regression testing (-regtest mode) only"));
    };
    let time: i64 = call.arg("timestamp").as_int()?;
    let seconds = u64::try_from(time).ok().filter(|_| time <= MAX_MOCK_TIME).ok_or_else(|| {
        let message = format!("Mocktime must be in the range [0, {MAX_MOCK_TIME}], not {time}.");
        RpcError::new(code::INVALID_PARAMETER, message)
    })?;
    set((seconds > 0).then_some(seconds));
    Ok(Json::Null)
}

/// The longest step of `mockscheduler`, seconds.
const MAX_SCHEDULER_STEP: i64 = 3600;

/// Does what would be done within that time, as far as it can be seen from outside.
fn mock_scheduler(call: &Call) -> Answer {
    if call.deps().set_mock_time.is_none() {
        let text = "mockscheduler is for regression testing (-regtest mode) only";
        return Err(RpcError::misc(text));
    }
    let seconds: i64 = call.arg("delta_time").as_int()?;
    if !(1..=MAX_SCHEDULER_STEP).contains(&seconds) {
        return Err(RpcError::misc("delta_time must be between 1 and 3600 seconds (1 hr)"));
    }
    if Duration::from_secs(seconds.unsigned_abs()) >= limits::FEE_WRITE_INTERVAL {
        call.node()?.write_fees();
    }
    let longest = limits::REBROADCAST_INTERVAL + limits::REBROADCAST_SPREAD;
    if Duration::from_secs(seconds.unsigned_abs()) >= longest {
        call.node()?.rebroadcast();
    }
    Ok(Json::Null)
}
