//! `quarry up --compat-port`: the tutorial chain's paths are there when asked for.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use crate::harness::Quarry;

#[test]
fn the_old_paths_answer_on_their_port() {
    let address = quarry_testkit::free_address().unwrap();
    let port = address.port().to_string();
    let mut quarry = Quarry::up(&["--compat-port", &port, "--no-worker"]);
    let mut stream = TcpStream::connect(address).unwrap();
    let request = format!("GET /block HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("previous_block_hash"), "{answer}");
    assert_eq!(quarry.interrupt().0, Some(0));
}
