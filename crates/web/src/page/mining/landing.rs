//! What mining is, in words: for people, and for developers. No data is on this page.
//!
//! Does not know whether anything is mined here.

use maud::{Markup, html};

use super::super::{icons, shell};

/// The page; `home` is where the live one is.
pub(crate) fn landing(home: &str) -> Markup {
    let body = html! {
        a.skip href="#main" { "Skip to the content" }
        header.bar {
            p.brand { (icons::logo()) "Quarry" }
            nav.place { a href="#people" { "For people" } a href="#developers" { "For developers" } }
            p { a.go href=(home) { "Watch it live" } }
        }
        main #main .landing {
            h1 { "Mining, in plain sight" }
            p.lead {
                "This program searches for blocks of a Bitcoin chain on this machine's processor, and "
                "shows each step while it does."
            }
            (people())
            (developers())
        }
        footer { a href=(home) { "Watch it live" } }
    };
    shell("Quarry - mining in plain sight", None, &body)
}

fn people() -> Markup {
    html! {
        section #people aria-labelledby="people-title" {
            h2 #people-title { "For people" }
            h3 { "What is Bitcoin mining?" }
            p {
                "Bitcoin's history is a chain of blocks, each a page of payments. Whoever wants to add "
                "the next page has to find a number that makes the page's fingerprint very small. There "
                "is no trick to it: one guesses, billions of times. Finding it is hard, checking it is "
                "easy, and whoever finds it is paid in new coins and fees. That is mining, and it is "
                "what makes the history too expensive to rewrite."
            }
            h3 { "Will I get rich?" }
            p {
                "No. The Bitcoin network makes several hundred million million million guesses a second with machines "
                "built for nothing else. A processor makes some hundred million at the very best. Alone, "
                "it would find a block of the real Bitcoin chain once in tens of millions of years, and "
                "its electricity costs more than it will ever bring. The page says that "
                "number for your machine, as it is."
            }
            h3 { "Then what is it good for?" }
            p {
                "To see how it works. On a test chain (" code { "regtest" } ", or one of Quarry's own) "
                "blocks are found in seconds, and everything else is exactly as on the real one: the "
                "template, the guesses, the block, the payment to your address."
            }
            h3 { "Is it safe?" }
            p {
                "It uses the processor until you stop it, and nothing else. It asks for no key and "
                "no password of a wallet: an address to be paid at is enough. The page is yours alone; "
                "others who reach it see these words and no more."
            }
        }
    }
}

fn developers() -> Markup {
    html! {
        section #developers aria-labelledby="developers-title" {
            h2 #developers-title { "For developers" }
            p {
                "The miner asks its upstreams for work by " code { "getblocktemplate" } " with a long "
                "poll (BIP 22, 23, 145), or by " code { "getwork" } ", builds the coinbase and the merkle root, rolls "
                "nonce, version (BIP 320) and extranonce, and hands in what it finds by "
                code { "submitblock" } ". From a pool it takes jobs by Stratum version 1. The first upstream that gives work is mined for; the next "
                "takes over when it fails, and gives back when it returns."
            }
            p { "Everything on the page comes from an interface that is open to programs as well. Send "
                code { "Authorization: Bearer TOKEN" } " with the token that the program keeps in its "
                "data directory; writes take JSON." }
            div.scroll { table {
                thead { tr { th scope="col" { "Request" } th scope="col" { "What it does" } } }
                tbody {
                    @for (request, what) in REQUESTS {
                        tr { td { code { (request) } } td { (what) } }
                    }
                }
            } }
            pre { code { "curl -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:3335/v1/miner" } }
        }
    }
}

/// What programs may ask for.
const REQUESTS: [(&str, &str); 9] = [
    ("GET /v1/miner", "all of how it goes, with the rates of the past and the log"),
    ("POST /v1/miner/start", "mines; the body is {}"),
    ("POST /v1/miner/stop", "mines no more; the body is {}"),
    ("POST /v1/miner/payout", "pays {\"address\": \"...\"} from the next template on"),
    ("POST /v1/miner/threads", "searches with {\"threads\": 2} from now on"),
    (
        "POST /v1/share",
        "sends {\"name\": \"...\", \"message\": \"...\", \"to\": \"...\"} by mail, if that is set up",
    ),
    ("GET /v1/events?topics=miner,miner-log", "the same live, as server-sent events"),
    ("GET /v1/pool", "of a pool: its work, workers and blocks"),
    ("GET /metrics", "figures for Prometheus"),
];
