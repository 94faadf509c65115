//! `getwork` and pyminer's file, as their programs have them.

use proptest::prelude::*;
use quarry_mining::{GetWork, GetWorkError, PyminerConfig, PyminerError};
use quarry_pow::Target;
use serde_json::json;

/// The header of Bitcoin's block 125552 before its nonce was found.
const HEADER: &str = concat!(
    "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000",
    "e320b6c2fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a00000000"
);
/// The same as `getwork` gave it out: padded for SHA-256, the bytes of each word reversed.
const DATA: &str = concat!(
    "00000001ab02cd818b9e567ee21793cddef299feb29ad444a41b85b8000008a300000000",
    "c2b620e3758dfcff8bdb2304ae42b91e1e950e71aff797d7b09288fc2b12fcf14dd7f5c71a44b9f200000000",
    "00000080",
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000",
    "80020000"
);

#[test]
fn a_recorded_session_byte_for_byte() {
    let data = DATA;
    // 0x1a44b9f2: 0x44b9f2 with 23 bytes below it; the least significant byte first.
    let target = format!("{}f2b944{}", "00".repeat(23), "00".repeat(6));
    let reply = json!({
        "midstate": "93c524951367c505ba69e616a010282d376ee807daa9562f69ce5bcd2dda787a",
        "data": data,
        "hash1": "00000000000000000000000000000000000000000000000000000000000000000000008000000000000000000000000000000000000000000000000000010000",
        "target": target,
    });
    let work = GetWork::parse(&reply).unwrap();
    assert_eq!(hex::encode(work.header()), HEADER);
    assert_eq!(work.target(), Target::from_compact(0x1a44_b9f2).unwrap());
    // The nonce that the block has.
    let nonce = 0x9546_a142;
    assert!(work.work().check(u64::from(nonce)));
    let solution = format!("{}9546a142{}", &data[..152], &data[160..]);
    assert_eq!(work.submission(nonce), solution);
    // As a server, we say the same.
    let served = GetWork::new(work.header(), work.target());
    assert_eq!(served.to_json(), reply);
}

/// The example of the Bitcoin wiki's page on getwork, of a real server.
#[test]
fn the_first_miners_find_all_their_fields() {
    let example = json!({
        "midstate": "695d56ae173bbd0fd5f51d8f7753438b940b7cdd61eb62039036acd1af5e51e3",
        "data": concat!(
            "000000013d9dcbbc2d120137c5b1cb1da96bd45b249fd1014ae2c2b400001511000000009726fba001940ebb",
            "5c04adc4450bdc0c20b50db44951d9ca22fc5e75d51d501f4deec2711a1d932f0000000000000080",
            "00000000000000000000000000000000000000000000000000000000000000000000000000000000",
            "80020000"
        ),
        "hash1": "00000000000000000000000000000000000000000000000000000000000000000000008000000000000000000000000000000000000000000000000000010000",
        "target": "00000000000000000000000000000000000000000000002f931d000000000000",
    });
    assert_eq!(GetWork::parse(&example).unwrap().to_json(), example);
}

#[test]
fn what_is_no_work_is_told_by_name() {
    let (data, target) = (DATA, "ff".repeat(32));
    let field = |field, bytes| Err(GetWorkError::Field { field, bytes });
    assert_eq!(GetWork::parse(&json!({ "data": data })), field("target", 32));
    assert_eq!(GetWork::parse(&json!({ "data": data[2..], "target": target })), field("data", 128));
    assert_eq!(GetWork::parse(&json!({ "data": 1, "target": target })), field("data", 128));
    assert_eq!(GetWork::parse(&json!(null)), field("data", 128));
    let zero = json!({ "data": data, "target": "00".repeat(32) });
    assert_eq!(GetWork::parse(&zero), Err(GetWorkError::ZeroTarget));
}

proptest! {
    #[test]
    fn a_server_s_work_is_read_back(bytes in prop::collection::vec(any::<u8>(), 80), target: [u8; 32]) {
        let header: [u8; 80] = bytes.try_into().unwrap();
        prop_assume!(target != [0; 32]);
        let work = GetWork::new(header, Target::from_be_bytes(target));
        prop_assert_eq!(work.header(), header);
        prop_assert_eq!(GetWork::parse(&work.to_json()), Ok(work));
    }

    #[test]
    fn no_file_makes_a_panic(text in "(([a-z]{1,9}|threads|port)=.{0,9}\n|\\PC{0,20}\n){0,9}") {
        let _parsed = PyminerConfig::parse(&text);
    }
}

#[test]
fn pyminer_s_example_is_read_as_it_is() {
    let text = "\n# Sample pyminer config\n\n# Notes:\n# ...\nhost=127.0.0.1\nport = 8332\n\
                rpcuser=myusername\nrpcpass=my=password \nthreads=4\n#hashmeter=0\nhashmeter=1\n\
                scantime=60\nlogdir=/tmp\n indented=1\nunknown=2\nno pair\nempty=\n";
    let config = PyminerConfig::parse(text).unwrap();
    assert_eq!((config.host.as_str(), config.port), ("127.0.0.1", 8332));
    assert_eq!((config.user.as_str(), config.password.as_str()), ("myusername", "my=password"));
    assert_eq!((config.threads, config.scan_secs, config.hash_meter), (4, 60, true));
    assert_eq!(config.log_dir.as_deref(), Some("/tmp"));
    assert!(!format!("{config:?}").contains("my=password"));

    let defaults = PyminerConfig::parse("rpcuser=a\nrpcpass=b").unwrap();
    assert_eq!((defaults.host.as_str(), defaults.port), ("127.0.0.1", 8332));
    assert_eq!((defaults.threads, defaults.scan_secs, defaults.hash_meter), (1, 30, false));
}

#[test]
fn a_wrong_file_is_told_by_line() {
    let missing = |key| Err(PyminerError::Missing { key });
    assert_eq!(PyminerConfig::parse("rpcpass=b"), missing("rpcuser"));
    assert_eq!(PyminerConfig::parse("rpcuser=b\n#rpcpass=a"), missing("rpcpass"));
    for (line, text) in [("port", "0"), ("threads", "x"), ("hashmeter", "2"), ("scantime", "-1")] {
        let error = PyminerConfig::parse(&format!("#\n{line}={text}")).unwrap_err();
        assert!(error.to_string().starts_with(&format!("line 2: `{line}` must be ")), "{error}");
    }
    assert_eq!(PyminerConfig::parse(&"#".repeat(70_000)), Err(PyminerError::TooLong));
}
