//! The parser and the settings against tables of cases; each states a rule of Bitcoin Core's.

use proptest::prelude::*;

use super::args::{Args, Note};
use super::config_file::read_text;
use super::options::{CLIENT, SERVER};
use super::settings::{Chain, Early, Settings};
use super::values::{atoi, byte_units, integral, money, split_host_port, subnet, user_hex};

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// Arguments of regtest.
fn args(typed: &[&str], config: &str) -> Args {
    try_args(typed, config).unwrap()
}

fn try_args(typed: &[&str], config: &str) -> Result<Args, String> {
    let mut args = Args::new(SERVER);
    args.parse_command_line(&words(typed))?;
    read_text(&mut args, config, "bitcoin.conf")?;
    args.select_network("regtest");
    Ok(args)
}

#[test]
fn the_strongest_value_counts() {
    let cases: [(&[&str], &str, Option<&str>); 16] = [
        (&[], "", None),
        (&["-uacomment=a", "-uacomment=b"], "", Some("b")),
        (&["--uacomment=a"], "", Some("a")),
        (&["-uacomment"], "", Some("")),
        (&["-nouacomment"], "", Some("0")),
        (&["-nouacomment=0"], "", Some("1")),
        (&["-nouacomment=1"], "", Some("0")),
        (&["-uacomment=a", "-nouacomment"], "", Some("0")),
        (&["-nouacomment", "-uacomment=a"], "", Some("a")),
        (&[], "uacomment=a\nuacomment=b", Some("a")),
        (&["-uacomment=c"], "uacomment=a", Some("c")),
        (&[], "uacomment=a\n[regtest]\nuacomment=b", Some("b")),
        (&[], "uacomment=a\n[main]\nuacomment=b", Some("a")),
        (&[], "regtest.uacomment=b # said\nuacomment=a", Some("b")),
        (&[], "nouacomment=1\nuacomment=a", Some("a")),
        (&[], "  uacomment \t= a = b \r\n#uacomment=c", Some("a = b")),
    ];
    for (typed, config, expected) in cases {
        let found = args(typed, config).text("uacomment");
        assert_eq!(found.as_deref(), expected, "{typed:?} {config:?}");
    }
}

#[test]
fn lists_hold_what_was_not_cancelled() {
    let cases: [(&[&str], &str, &[&str]); 7] = [
        (&["-uacomment=a", "-uacomment=b"], "uacomment=c", &["a", "b", "c"]),
        (&["-uacomment=a", "-nouacomment", "-uacomment=b"], "", &["b"]),
        (&["-nouacomment"], "uacomment=c", &[]),
        // Core brings the file's values back here.
        (&["-nouacomment", "-uacomment=b"], "uacomment=c", &["b", "c"]),
        (&[], "uacomment=a\n[regtest]\nuacomment=b", &["b", "a"]),
        (&[], "uacomment=a\n[regtest]\nnouacomment=1", &[]),
        (&[], "", &[]),
    ];
    for (typed, config, expected) in cases {
        assert_eq!(args(typed, config).list("uacomment"), expected, "{typed:?} {config:?}");
    }
}

#[test]
fn options_of_a_network_need_their_section() {
    let outside = args(&[], "port=1\nconnect=a");
    assert_eq!(outside.text("port"), None);
    assert!(outside.list("connect").is_empty());
    assert_eq!(outside.unsuitable_outside_sections(), ["connect", "port"]);
    let inside = args(&["-connect=b"], "port=1\nconnect=a\n[regtest]\nport=2");
    assert_eq!(inside.text("port").as_deref(), Some("2"));
    assert_eq!(inside.list("connect"), ["b"]);
    assert!(inside.unsuitable_outside_sections().is_empty());
    // A negation counts even there.
    assert_eq!(args(&[], "noport=1").text("port").as_deref(), Some("0"));
    let mut main = args(&[], "port=1");
    main.select_network("main");
    assert_eq!(main.text("port").as_deref(), Some("1"));
}

#[test]
fn wrong_arguments_are_refused_with_cores_words() {
    let line = "options in configuration file must be specified without leading -";
    let cases: [(&[&str], &str, &str); 12] = [
        (&["-foo"], "", "Invalid parameter -foo"),
        (&["-foo=1"], "", "Invalid parameter -foo=1"),
        (&["-regtest.port=1"], "", "Invalid parameter -regtest.port=1"),
        (&["-"], "x", "parse error on line 1: x"),
        (&["-nodatadir"], "", "Negating of -datadir is meaningless and therefore forbidden"),
        (
            &["-proxy"],
            "",
            "Can not set -proxy with no value. Please specify value with -proxy=value.",
        ),
        (
            &["-includeconf=a"],
            "",
            "-includeconf cannot be used from commandline; -includeconf=\"a\"",
        ),
        (&[], "\n-port=1", &format!("parse error on line 2: -port=1, {line}")),
        (
            &[],
            "nolisten",
            "parse error on line 1: nolisten, if you intended to specify a negated option, use \
             nolisten=1 instead",
        ),
        (
            &[],
            "rpcpassword=a#b",
            "parse error on line 1, using # in rpcpassword can be ambiguous and should be avoided",
        ),
        (
            &[],
            "conf=a",
            "conf cannot be set in the configuration file; use includeconf= if you want to include \
             additional config files",
        ),
        (&[], "nodatadir=1", "Negating of -datadir is meaningless and therefore forbidden"),
    ];
    for (typed, config, expected) in cases {
        assert_eq!(try_args(typed, config).unwrap_err(), expected, "{typed:?} {config:?}");
    }
    assert!(try_args(&["-noincludeconf"], "").is_ok());
}

#[test]
fn unknown_lines_of_the_file_are_told_and_skipped() {
    let mut args = args(&[], "wrong=1\n[regtest]\nwrong=1\nserver=0");
    let told = |name: &str| Note::Warning(format!("Ignoring unknown configuration value {name}"));
    assert_eq!(args.take_notes(), [told("wrong"), told("regtest.wrong")]);
    assert!(!args.switch("server", true));
}

#[test]
fn the_chain_is_chosen_once() {
    let cases: [(&[&str], &str, Result<&str, &str>); 11] = [
        (&[], "", Ok("main")),
        (&["-regtest"], "", Ok("regtest")),
        (&["-testnet"], "", Ok("test")),
        (&["-testnet4"], "", Ok("testnet4")),
        (&["-chain=signet"], "", Ok("signet")),
        (&["-chain=any"], "", Ok("any")),
        (&[], "regtest=1", Ok("regtest")),
        // In a section it does not count, and a negation on the command line is ignored.
        (&[], "[main]\nregtest=1", Ok("main")),
        (&["-noregtest"], "regtest=1", Ok("regtest")),
        (&["-regtest=0"], "regtest=1", Ok("main")),
        (&["-regtest"], "signet=1", Err("Invalid combination")),
    ];
    for (typed, config, expected) in cases {
        let found = args(typed, config).chain_name();
        match (&found, expected) {
            (Ok(name), Ok(expected)) => assert_eq!(name, expected, "{typed:?} {config:?}"),
            (Err(text), Err(expected)) => assert!(text.starts_with(expected), "{text}"),
            _ => panic!("{found:?} for {typed:?} {config:?}"),
        }
    }
    assert_eq!(Chain::parse("any").unwrap_err(), "Unknown chain any.");
}

/// Everything that is read and checked, on a directory of its own.
fn settings(typed: &[&str]) -> Result<(Settings, Args), String> {
    let place = tempfile::tempdir().unwrap();
    let datadir = format!("-datadir={}", place.path().display());
    let mut args = args(&[&["-regtest", &datadir], typed].concat(), "");
    super::settings::check_deployments(&args)?;
    let early = Early::read(&mut args, Chain::Regtest)?;
    Settings::read(&mut args, early).map(|settings| (settings, args))
}

#[test]
fn wrong_values_are_refused_with_cores_words() {
    let http = "Unable to start HTTP server. See debug log for details.";
    let cases = [
        ("-port=0", "Invalid port specified in -port: '0'"),
        ("-rpcport=65536", "Invalid port specified in -rpcport: '65536'"),
        ("-bind=127.0.0.1:0", "Invalid port specified in -bind: '127.0.0.1:0'"),
        ("-bind=localhost", "Cannot resolve -bind address: 'localhost'"),
        ("-proxy=1.2.3.4:x", "Invalid port specified in -proxy: '1.2.3.4:x'"),
        ("-maxconnections=-1", "-maxconnections must be greater or equal than zero"),
        ("-peertimeout=0", "peertimeout must be a positive integer."),
        ("-onlynet=abc", "Unknown network specified in -onlynet: 'abc'"),
        ("-uacomment=a/b", "User Agent comment (a/b) contains unsafe characters."),
        ("-whitelist=noban@1.2.3.4/33", "Invalid netmask specified in -whitelist: '1.2.3.4/33'"),
        ("-whitelist=oopsie@127.0.0.1", "Invalid P2P permission: 'oopsie'"),
        ("-whitelist=in@127.0.0.1", "Only direction was set, no permissions: 'in@127.0.0.1'"),
        ("-whitebind=noban@127.0.0.1", "Need to specify a port with -whitebind: '127.0.0.1'"),
        (
            "-whitebind=noban@127.0.0.1:0",
            "Invalid port specified in -whitebind: 'noban@127.0.0.1:0'",
        ),
        ("-maxuploadtarget=abc", "Unable to parse -maxuploadtarget: 'abc'"),
        ("-rpcauth=foo", http),
        ("-rpcauth=a:b$c$d", http),
        ("-rpcallowip=abc", http),
        ("-rpccookieperms=abc", http),
        ("-minrelaytxfee=abc", "Invalid amount for -minrelaytxfee=<amt>: 'abc'"),
        ("-maxmempool=4", "-maxmempool must be at least 5 MB"),
        (
            "-blockreservedweight=10",
            "Specified -blockreservedweight (10) is lower than minimum safety value of (2000)",
        ),
        (
            "-blockmaxweight=4000001",
            "Specified -blockmaxweight (4000001) exceeds consensus maximum block weight (4000000)",
        ),
        (
            "-minimumchainwork=xyz",
            "Invalid minimum work specified (xyz), must be up to 64 hex digits",
        ),
        ("-prune=-1", "Prune cannot be configured with a negative value."),
        (
            "-prune=10",
            "Prune configured below the minimum of 550 MiB.  Please use a higher number.",
        ),
        ("-blockfilterindex=abc", "Unknown -blockfilterindex value abc."),
        ("-peerblockfilters", "Cannot set -peerblockfilters without -blockfilterindex."),
        ("-blocksdir=/nowhere", "Specified blocks directory \"/nowhere\" does not exist."),
        ("-debug=abc", "Unsupported logging category -debug=abc."),
        ("-debugexclude=abc", "Unsupported logging category -debugexclude=abc."),
        (
            "-loglevel=abc",
            "Unsupported global logging level -loglevel=abc. Valid values: info, debug, trace.",
        ),
        (
            "-testactivationheight=csv",
            "Invalid format (csv) for -testactivationheight=name@height.",
        ),
        (
            "-testactivationheight=csv@-1",
            "Invalid height value (csv@-1) for -testactivationheight=name@height.",
        ),
        (
            "-testactivationheight=abc@1",
            "Invalid name (abc@1) for -testactivationheight=name@height.",
        ),
        ("-stratum=127.0.0.1:0", "Invalid port specified in -stratum: '127.0.0.1:0'"),
        ("-stratum=127.0.0.1", "Need to specify a port with -stratum: '127.0.0.1'"),
        ("-stratum=localhost:3333", "Cannot resolve -stratum address: 'localhost:3333'"),
        ("-stratum=", "Need to specify a port with -stratum: ''"),
        (
            "-stratum=0.0.0.0:3333",
            "Refusing to serve miners of other machines on -stratum=0.0.0.0:3333: add -stratumpublic to \
             allow everyone to connect",
        ),
        ("-stratumpublic", "-stratumpublic is of no use without -stratum=<ip>:<port>"),
        ("-vbparams=testdummy:x:1", "Invalid nStartTime (x)"),
        ("-vbparams=abc:0:1", "Invalid deployment (abc)"),
    ];
    for (typed, expected) in cases {
        let refused = settings(&["-nodebug", typed]).map(|(settings, _)| settings);
        // Core's texts say the type `<amount>`.
        let expected = expected.replace("<amt>", "<amount>");
        assert_eq!(refused.unwrap_err(), expected, "{typed}");
    }
}

#[test]
fn settings_follow_from_the_arguments() {
    let (settings, args) = settings(&[
        "-connect=0",
        "-bind=127.0.0.1:1=onion",
        "-whitelist=noban,out@10.0.0.0/8",
        "-whitelist=1.1.1.1",
        "-testactivationheight=csv@7",
        "-vbparams=testdummy:-1:9",
        "-rpcauth=a:b$c",
        "-rpcwhitelist=a:getblock,getblockcount",
        "-rpcwhitelist=a:getblock, stop",
        "-rpcbind=[::1]:9",
        "-rpcallowip=0.0.0.0/0",
        "-minimumchainwork=0x10",
        "-incrementalrelayfee=0.00002",
        "-uacomment=x",
        "-proxy=1.2.3.4:5",
        "-stratum=[::1]:3333",
        "-stratum=0.0.0.0:3334",
        "-stratumpublic",
    ])
    .unwrap();
    let network = &settings.network;
    assert!(network.listen && network.port == 18444 && !network.dns_seed);
    assert_eq!(network.connect.as_deref(), Some(&[][..]));
    assert_eq!(network.binds, [([127, 0, 0, 1], 1).into()]);
    let noban = network.whitelist[0].permissions;
    assert!(noban.noban && noban.download && !noban.relay && !noban.mempool);
    assert!(network.whitelist[0].outgoing && !network.whitelist[0].incoming);
    let usual = network.whitelist[1].permissions;
    assert!(usual.noban && usual.relay && usual.mempool && !usual.force_relay && !usual.addr);
    assert_eq!(settings.early.chainstate.activations[0].height, 7);
    assert_eq!(settings.early.chainstate.deployments[0].start_time, -1);
    assert_eq!(settings.early.chainstate.minimum_chain_work.unwrap()[31], 16);
    assert_eq!(settings.early.mempool.min_relay_fee_rate, 2_000);
    assert!(settings.early.places.chainstate.starts_with(&settings.early.places.net));
    assert_eq!(settings.rpc.hashed, ["a:b$c"]);
    assert!(settings.rpc.whitelist_default.is_none() && settings.rpc.whitelist.len() == 2);
    assert_eq!(settings.rpc.allowed, ["0.0.0.0/0"]);
    assert_eq!(settings.rpc.listen, [("::1".to_owned(), 9)]);
    assert_eq!(network.proxy, Some(([1, 2, 3, 4], 5).into()));
    let miners = [([0, 0, 0, 0, 0, 0, 0, 1], 3333).into(), ([0, 0, 0, 0], 3334).into()];
    assert_eq!(settings.stratum.listen, miners);
    assert!(network.proxy_randomize && !args.inert_and_on().contains(&"proxy"));
}

#[test]
fn values_are_read_as_core_reads_them() {
    for (text, number) in [
        ("12ab", 12),
        (" -3", -3),
        ("+5", 5),
        ("+-5", 0),
        ("", 0),
        ("x", 0),
        ("99999999999999999999", i64::MAX),
    ] {
        assert_eq!(atoi(text), number, "{text}");
    }
    assert_eq!(integral::<u16>("+1"), None);
    assert_eq!(
        (money("0.00001"), money("21000000.1"), money("1.")),
        (Some(1_000), None, Some(100_000_000))
    );
    assert_eq!((money(""), money("-1"), money("0.000000001")), (None, None, None));
    assert_eq!(user_hex("0xg"), None);
    assert_eq!(
        (byte_units("2k", 1), byte_units("3", 7), byte_units("T", 1)),
        (Some(2_000), Some(21), None)
    );
    let split = [
        ("a", Some(("a", None))),
        ("a:1", Some(("a", Some(1)))),
        ("a:0", None),
        ("a:x", None),
        ("[::1]:5", Some(("::1", Some(5)))),
        ("[::1]", Some(("::1", None))),
        ("::1", Some(("::1", None))),
        (":5", Some(("", Some(5)))),
    ];
    for (text, expected) in split {
        assert_eq!(split_host_port(text), expected, "{text}");
    }
    let within = |net: &str, ip: &str| {
        let ip: std::net::IpAddr = ip.parse().unwrap();
        subnet(net).unwrap().contains(&ip.into())
    };
    assert!(within("10.0.0.0/8", "10.9.9.9") && !within("10.0.0.0/8", "11.0.0.1"));
    assert!(within("10.0.0.0/255.0.0.0", "10.1.1.1") && within("0.0.0.0/0", "1.1.1.1"));
    assert!(!within("0.0.0.0/0", "::1") && within("::/0", "::1") && within("1.1.1.1", "1.1.1.1"));
    for wrong in ["10.0.0.0/255.0.255.0", "10.0.0.0/33", "10.0.0.0/::", "", "x"] {
        assert_eq!(subnet(wrong), None, "{wrong}");
    }
}

#[test]
fn every_known_option_is_accepted() {
    for options in [SERVER, CLIENT] {
        for known in options.all() {
            let name = known.name;
            let mut typed = vec![format!("-{name}=1")];
            if !known.no_elision {
                typed.push(format!("--{name}"));
            }
            if !known.no_negation {
                typed.push(format!("-no{name}"));
            }
            if name == "includeconf" {
                typed = vec!["-noincludeconf".to_owned()];
            }
            for arg in typed {
                let mut args = Args::new(options);
                let parsed = args.parse_command_line(std::slice::from_ref(&arg));
                assert_eq!(parsed, Ok(()), "{arg}");
            }
        }
        let mut names: Vec<&str> = options.all().map(|known| known.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), options.all().count(), "no option is listed twice");
    }
}

/// Options that do not change where files are.
fn any_option() -> impl Strategy<Value = String> {
    let free = |name: &&str| !["datadir", "blocksdir", "includeconf"].contains(name);
    let names: Vec<&str> = SERVER.all().map(|known| known.name).filter(free).collect();
    let value = prop_oneof!["", "=[0-9a-z:@.,/-]{0,12}", "=\\PC{0,6}"];
    (prop_oneof!["-", "--", "-no"], proptest::sample::select(names), value)
        .prop_map(|(dash, name, value)| format!("{dash}{name}{value}"))
}

proptest! {
    #[test]
    fn nothing_that_is_typed_panics(
        typed in proptest::collection::vec(any_option(), 0..6),
        config in "(([a-z.#=\\[\\] -]{0,12}|\\PC{0,9})\n){0,6}",
    ) {
        let typed: Vec<&str> = typed.iter().map(String::as_str).collect();
        if let Ok(args) = try_args(&typed, &config) {
            let _lines = args.log_lines();
            let _settings = settings(&typed);
        }
    }

    #[test]
    fn no_value_panics(text in "[0-9a-zA-Z:./\\[\\]+-]{0,20}|\\PC{0,10}") {
        let _read = (atoi(&text), money(&text), user_hex(&text), byte_units(&text, 1));
        let _split = (split_host_port(&text), subnet(&text));
    }
}
