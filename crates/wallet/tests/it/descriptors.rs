//! Descriptors: Core's own forms beside the library's, checksums, ranges, and what is refused.

use quarry_primitives::{Network, ScriptBuf};
use quarry_wallet::descriptor::{Descriptor, checksum, infer, parse};

const NETWORK: Network = Network::Regtest;
const KEY: &str = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const OTHER: &str = "02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5";

fn one(text: &str) -> Descriptor {
    let mut all = parse(text, NETWORK, false).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn hex(text: &str) -> Vec<String> {
    one(text).scripts(0).unwrap().iter().map(|script| script.to_hex_string()).collect()
}

fn fault(text: &str) -> String {
    parse(text, NETWORK, false).unwrap_err().to_string()
}

#[test]
fn forms_that_only_core_has() {
    assert_eq!(hex("raw(51)"), ["51"]);
    assert_eq!(hex("raw()"), [""]);
    let address = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";
    assert_eq!(hex(&format!("addr({address})")), hex(&format!("wpkh({KEY})")));
    // rawtr() does not tweak, tr() does.
    assert_eq!(hex(&format!("rawtr({KEY})")), [format!("5120{}", &KEY[2..])]);
    assert_ne!(hex(&format!("tr({KEY})")), hex(&format!("rawtr({KEY})")));
    let combo = one(&format!("combo({KEY})")).scripts(0).unwrap();
    assert!(
        combo[0].is_p2pk() && combo[1].is_p2pkh() && combo[2].is_p2wpkh() && combo[3].is_p2sh()
    );
    assert!(!one("raw(51)").is_solvable() && !one(&format!("addr({address})")).is_solvable());
}

/// The example of BIP-380 and Core's own documentation.
#[test]
fn checksums_are_made_and_asked_for() {
    assert_eq!(checksum("raw(deadbeef)").unwrap(), "89f8spxm");
    assert!(parse("raw(deadbeef)#89f8spxm", NETWORK, true).is_ok());
    assert_eq!(parse("raw(deadbeef)", NETWORK, true).unwrap_err().to_string(), "Missing checksum");
    assert_eq!(fault("raw(deadbeef)#89f8spx"), "Expected 8 character checksum, not 7 characters");
    assert_eq!(fault("raw(deadbeef)##89f8spxm"), "Multiple '#' symbols");
    assert_eq!(
        fault("raw(deadbeef)#89f8spxn"),
        "Provided checksum '89f8spxn' does not match computed checksum '89f8spxm'"
    );
}

/// The three names are those of Core's own test of `scantxoutset`.
#[test]
fn scripts_are_named_with_where_their_keys_come_from() {
    let secret = "tprv8ZgxMBicQKsPd7Uf69XL1XwhmjHopUGep8GuEiJDZmbQz6o58LninorQAfcKZWARbtRtfnLcJ5MQ2AtHcQJCCRUcMRvmDUjyEmNUWwx8UbK";
    let name = |text: &str, index: u32, place: usize| {
        one(text).named_scripts(index).unwrap().swap_remove(place).1
    };
    assert_eq!(
        name(&format!("combo({secret}/0'/0h/*)"), 1, 1),
        "pkh([0c5f9a1e/0h/0h/1]033e6f25d76c00bedb3a8993c7d5739ee806397f0529b1b31dda31ef890f19a60c)#mcjajulr"
    );
    assert_eq!(
        name(&format!("pkh({secret}/1/1/*)"), 0, 0),
        "pkh([0c5f9a1e/1/1/0]03e1c5b6e650966971d7e71ef2674f80222752740fc1dfd63bbbd220d2da9bd0fb)#cxmct4w8"
    );
    // A key of its own is its own origin.
    let plain = name(&format!("sh(wpkh({KEY}))"), 0, 0);
    assert!(plain.starts_with(&format!("sh(wpkh([751e76e8]{KEY}))#")), "{plain}");
    let tr = name(&format!("rawtr({KEY})"), 0, 0);
    assert!(tr.starts_with(&format!("rawtr([751e76e8]{})#", &KEY[2..])), "{tr}");
    assert_eq!(name("raw(51)", 0, 0), "raw(51)#8lvh9jxk");
}

#[test]
fn private_keys_derive_through_hardened_wildcards_and_are_never_shown() {
    let secret = "tprv8ZgxMBicQKsPd7Uf69XL1XwhmjHopUGep8GuEiJDZmbQz6o58LninorQAfcKZWARbtRtfnLcJ5MQ2AtHcQJCCRUcMRvmDUjyEmNUWwx8UbK";
    let descriptor = one(&format!("wpkh({secret}/1h/2'/*h)"));
    assert!(descriptor.is_range() && descriptor.has_private_keys() && descriptor.is_solvable());
    assert_ne!(descriptor.scripts(0).unwrap(), descriptor.scripts(1).unwrap());
    let public = descriptor.to_public_string();
    assert!(public.starts_with("wpkh(tpub") && public.contains("/1h/2'/*h)#"), "{public}");
    // The public form of an unhardened path gives the same scripts.
    let descriptor = one(&format!("combo({secret}/1/*)"));
    let public = one(descriptor.to_public_string().split('#').next().unwrap());
    assert!(!public.has_private_keys());
    for index in [0, 1, 1000] {
        assert_eq!(descriptor.scripts(index).unwrap(), public.scripts(index).unwrap());
    }
    let wif = "cTpB4YiyKiBcPxnefsDpbnDxFDffjqJob8wGCEDXxgQ7zQoMXJdH";
    let public = one(&format!("pkh({wif})")).to_public_string();
    assert!(!public.contains(wif) && hex(&public) == hex(&format!("pkh({wif})")), "{public}");
}

#[test]
fn the_public_form_has_one_spelling() {
    let upper = KEY.to_uppercase();
    for (given, shown) in [
        ("raw(AB)".to_owned(), "raw(ab)".to_owned()),
        (
            format!("wpkh([D34DB33F/44H/0']{upper})").replace('H', "h"),
            format!("wpkh([d34db33f/44h/0']{KEY})"),
        ),
        (
            "addr(BCRT1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KYGT080)".to_owned(),
            "addr(bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080)".to_owned(),
        ),
    ] {
        let checksum = checksum(&shown).unwrap();
        assert_eq!(one(&given).to_public_string(), format!("{shown}#{checksum}"));
    }
}

/// Found as a panic of the library.
#[test]
fn hardened_steps_below_public_keys_have_no_scripts() {
    let public = "tpubD6NzVbkrYhZ4WaWSyoBvQwbpLkojyoTZPRsgXELWz3Popb3qkjcJyJUGLnL4qHHoQvao8ESaAstxYSnhyswJ76uZPStJRJCTKvosUCJZL5B";
    let descriptor = one(&format!("pkh({public}/1'/*')"));
    assert!(descriptor.is_range());
    let error = descriptor.scripts(0).unwrap_err().to_string();
    assert_eq!(error, "Cannot derive script without private keys");
}

#[test]
fn multipath_elements_make_several() {
    let key = "tpubD6NzVbkrYhZ4WaWSyoBvQwbpLkojyoTZPRsgXELWz3Popb3qkjcJyJUGLnL4qHHoQvao8ESaAstxYSnhyswJ76uZPStJRJCTKvosUCJZL5B";
    let both = parse(&format!("wpkh({key}/<0;1>/*)"), NETWORK, false).unwrap();
    let single = |n: u32| one(&format!("wpkh({key}/{n}/*)"));
    assert_eq!(both, [single(0), single(1)]);
}

#[test]
fn what_is_no_descriptor_is_refused() {
    let spaced =
        |function: &str, key: &str| format!("{function}: Key '{key}' is invalid due to whitespace");
    assert_eq!(fault(&format!("pk( {KEY})")), spaced("pk()", &format!(" {KEY}")));
    assert_eq!(
        fault(&format!("wsh(multi(2,{KEY}, {OTHER}))")),
        spaced("Multi", &format!(" {OTHER}"))
    );
    let main = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
    for bad in [
        "".to_owned(),
        "raw".to_owned(),
        "raw(5)".to_owned(),
        "raw(zz)".to_owned(),
        "addr(mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRf)".to_owned(),
        "wpkh()".to_owned(),
        format!("wpkh({KEY}))"),
        format!("wpkh({main}/0)"),
        format!("sh(wpkh({KEY})"),
        format!("nothing({KEY})"),
        format!("combo({KEY},{KEY})"),
        format!("wpkh({KEY}/<0;1)"),
        format!("wpkh({KEY}/0)"),
        "wsh(multi(2,))".to_owned(),
        format!("wpkh({KEY})\u{e9}"),
    ] {
        assert!(parse(&bad, NETWORK, false).is_err(), "{bad}");
    }
}

#[test]
fn descriptors_are_found_for_scripts() {
    let infer = |script: &ScriptBuf, behind: Option<&ScriptBuf>| {
        infer(script, behind.map(|s| s.as_script()), NETWORK)
    };
    for text in
        [format!("pk({KEY})"), format!("multi(1,{KEY},{OTHER})"), format!("rawtr({})", &KEY[2..])]
    {
        let script = one(&text).scripts(0).unwrap().remove(0);
        let found = infer(&script, None);
        assert_eq!(found, format!("{text}#{}", checksum(&text).unwrap()));
    }
    let keyhash = one(&format!("wpkh({KEY})")).scripts(0).unwrap().remove(0);
    assert!(infer(&keyhash, None).starts_with("addr(bcrt1q"));
    assert!(infer(&ScriptBuf::from_bytes(vec![0x6a]), None).starts_with("raw(6a)#"));
    let inner = one(&format!("multi(1,{KEY})")).scripts(0).unwrap().remove(0);
    let found = infer(&inner.to_p2wsh(), Some(&inner));
    assert!(found.starts_with(&format!("wsh(multi(1,{KEY}))#")), "{found}");
    assert!(infer(&keyhash, Some(&inner)).starts_with("addr("));
}
