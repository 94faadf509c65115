//! Methods about the server itself.

use std::time::Duration;

use quarry_api::rpc::{Json, RpcError};

use super::method::{Answer, Arg, ArgKind, Category, Method, Run};
use super::{Call, help, table};

/// The longest that `stop` waits before it stops, milliseconds.
const MAX_STOP_WAIT_MS: u64 = 600_000;

pub(super) const METHODS: &[Method] = &[
    Method {
        category: Category::Control,
        name: "getmemoryinfo",
        about: "Returns an object containing information about memory usage.\n\
                There is no pool of locked pages here: the figures are those of the whole process.",
        args: &[Arg::or(
            "mode",
            ArgKind::Str,
            "\"stats\"",
            "determines what kind of information is returned.\n\
             - \"stats\" returns general statistics about memory usage in the daemon.",
        )],
        result: "{ \"locked\": { \"used\": n, \"free\": n, \"total\": n, \"locked\": n, \
                 \"chunks_used\": n, \"chunks_free\": n } }    (json object) bytes, and pages as chunks",
        examples: &[""],
        run: Run::Thread(get_memory_info),
    },
    Method {
        category: Category::Control,
        name: "getrpcinfo",
        about: "Returns details of the RPC server.",
        args: &[],
        result: "{ \"active_commands\": [{ \"method\": \"str\", \"duration\": n }, ...], \"logpath\": \"str\" }\
                 \n    (json object) what runs and for how many microseconds, and where the log is",
        examples: &[""],
        run: Run::Thread(get_rpc_info),
    },
    Method {
        category: Category::Control,
        name: "help",
        about: "List all commands, or get help for a specified command.",
        args: &[Arg::hinted("command", ArgKind::Str, "all commands", "The command to get help on")],
        result: "\"str\"    (string) The help text",
        examples: &["", "getrpcinfo"],
        run: Run::Thread(get_help),
    },
    Method {
        category: Category::Control,
        name: "logging",
        about: "Gets and sets the logging configuration.\n\
                When called without an argument, returns the list of categories with status that are \
                currently being debug logged or not.\n\
                When called with arguments, adds or removes categories from debug logging and return \
                the lists above.\n\
                The arguments are evaluated in order \"include\", \"exclude\".\n\
                If an item is both included and excluded, it will thus end up being excluded.\n\
                The valid logging categories are: %categories%\n\
                In addition, \"all\" and \"1\" stand for all categories.",
        args: &[
            Arg::optional("include", ArgKind::Arr, "The categories to add to debug logging").of(&[
                Arg::optional("include_category", ArgKind::Str, "the valid logging category"),
            ]),
            Arg::optional("exclude", ArgKind::Arr, "The categories to remove from debug logging")
                .of(&[Arg::optional(
                    "exclude_category",
                    ArgKind::Str,
                    "the valid logging category",
                )]),
        ],
        result: "{ \"category\": true|false, ... }    (json object) each category, and whether it is \
                 being debug logged",
        examples: &["'[\"all\"]' '[\"http\"]'"],
        run: Run::Thread(logging),
    },
    Method {
        category: Category::Control,
        name: "stop",
        about: "Request a graceful shutdown of Quarry.",
        args: &[Arg::optional("wait", ArgKind::Num, "how long to wait in ms").hidden()],
        result: "\"str\"    (string) A string with the content 'Quarry stopping'",
        examples: &[],
        run: Run::Task(|call| Box::pin(stop(call))),
    },
    Method {
        category: Category::Control,
        name: "uptime",
        about: "Returns the total uptime of the server.",
        args: &[],
        result: "n    (numeric) The number of seconds that the server has been running",
        examples: &[""],
        run: Run::Thread(uptime),
    },
];

/// By the clock that a test may move, as in Core.
fn uptime(call: &Call) -> Answer {
    let now_secs = call.deps().clock.now().wall_ms / 1000;
    Ok(now_secs.saturating_sub(call.server.started_secs).into())
}

fn get_rpc_info(call: &Call) -> Answer {
    let active = call.server.active().into_iter().map(|(method, duration)| {
        let duration = u64::try_from(duration).unwrap_or(u64::MAX);
        Json::object([("method", method.into()), ("duration", duration.into())])
    });
    Ok(Json::object([
        ("active_commands", active.collect()),
        ("logpath", call.deps().log_path.display().to_string().into()),
    ]))
}

fn get_help(call: &Call) -> Answer {
    let text = match call.maybe_text("command")?.unwrap_or_default() {
        "" => help::list(table::all()),
        "dump_all_command_conversions" => return Ok(conversions()),
        command => match table::find(command) {
            Some(method) => help::of(method),
            None => format!("help: unknown command: {command}"),
        },
    };
    Ok(text.into())
}

/// For each parameter: method, place, name, and whether it is a text. What clients that read
/// parameters from a shell are tested with.
fn conversions() -> Json {
    let mut rows = Vec::new();
    for method in table::all() {
        for (place, arg) in method.args.iter().enumerate() {
            let options: &[Arg] = if arg.kind == ArgKind::Options { arg.inner } else { &[] };
            for arg in std::iter::once(arg).chain(options) {
                let is_text = matches!(arg.kind, ArgKind::Str | ArgKind::Hex);
                rows.extend(arg.names.split('|').map(|name| {
                    Json::from(vec![method.name.into(), place.into(), name.into(), is_text.into()])
                }));
            }
        }
    }
    rows.into()
}

fn logging(call: &Call) -> Answer {
    let log = &call.deps().log;
    for (list, on) in [("include", true), ("exclude", false)] {
        let list = call.arg(list);
        if list.is_null() {
            continue;
        }
        for category in list.as_array()? {
            let category = category.as_str()?;
            if !log.switch(category, on) {
                let message = format!("unknown logging category {category}");
                return Err(RpcError::parameter(message));
            }
        }
    }
    Ok(Json::object(log.all().map(|(name, on)| (name, on.into()))))
}

async fn stop(call: Call) -> Answer {
    let wait = call.arg("wait");
    if !wait.is_null() {
        let wait = wait.as_int::<u64>()?.min(MAX_STOP_WAIT_MS);
        tokio::time::sleep(Duration::from_millis(wait)).await;
    }
    (call.deps().stop)();
    Ok("Quarry stopping".into())
}

fn get_memory_info(call: &Call) -> Answer {
    match call.maybe_text("mode")?.unwrap_or("stats") {
        "stats" => {}
        "mallocinfo" => return Err(RpcError::parameter("mallocinfo mode not available")),
        mode => return Err(RpcError::parameter(format!("unknown mode {mode}"))),
    }
    let (resident, total, locked) = memory();
    let free = total.saturating_sub(resident);
    let pages = |bytes: u64| Json::from(bytes / PAGE);
    let locked = Json::object([
        ("used", resident.into()),
        ("free", free.into()),
        ("total", total.into()),
        ("locked", locked.into()),
        ("chunks_used", pages(resident)),
        ("chunks_free", pages(free)),
    ]);
    Ok(Json::object([("locked", locked)]))
}

/// What a page is counted as.
const PAGE: u64 = 4096;

/// Bytes of the process: resident, in all, locked. Zeros where the system does not tell.
fn memory() -> (u64, u64, u64) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
        kib.unwrap_or(0).saturating_mul(1024)
    };
    (field("VmRSS"), field("VmSize"), field("VmLck"))
}
