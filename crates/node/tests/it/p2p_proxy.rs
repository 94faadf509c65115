//! Connections through a SOCKS5 proxy (RFC 1928, RFC 1929): addresses and names, and never around it.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use quarry_node::p2p::Proxy;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use crate::p2p_support::{TestNode, config};

/// What a proxy was asked for: where to, and with which user name.
type Asked = Arc<Mutex<Vec<(String, Option<String>)>>>;

/// A proxy that connects to `to` whatever it is asked for.
async fn proxy(to: SocketAddr) -> (SocketAddr, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let asked = Asked::default();
    let seen = Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, to, Arc::clone(&seen)));
        }
    });
    (address, asked)
}

async fn serve(mut from: TcpStream, to: SocketAddr, asked: Asked) {
    const PASSWORD: u8 = 2;
    let methods = counted(&mut from, 1).await;
    let user = if methods.contains(&PASSWORD) {
        from.write_all(&[5, PASSWORD]).await.unwrap();
        let user = counted(&mut from, 1).await;
        let password = counted(&mut from, 0).await;
        assert_eq!(user, password);
        from.write_all(&[1, 0]).await.unwrap();
        Some(String::from_utf8(user).unwrap())
    } else {
        from.write_all(&[5, 0]).await.unwrap();
        None
    };
    let mut head = [0; 4];
    from.read_exact(&mut head).await.unwrap();
    assert_eq!(head[..3], [5, 1, 0], "connect");
    let host = match head[3] {
        1 => {
            let mut ip = [0; 4];
            from.read_exact(&mut ip).await.unwrap();
            std::net::Ipv4Addr::from(ip).to_string()
        }
        3 => String::from_utf8(counted(&mut from, 0).await).unwrap(),
        kind => panic!("address of kind {kind}"),
    };
    let port = from.read_u16().await.unwrap();
    asked.lock().unwrap().push((format!("{host}:{port}"), user));
    let mut to = TcpStream::connect(to).await.unwrap();
    from.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).await.unwrap();
    let _ended = copy_bidirectional(&mut from, &mut to).await;
}

/// Bytes behind their number, which is itself behind some others.
async fn counted(from: &mut TcpStream, before: usize) -> Vec<u8> {
    let mut head = vec![0; before + 1];
    from.read_exact(&mut head).await.unwrap();
    let mut bytes = vec![0; head[before].into()];
    from.read_exact(&mut bytes).await.unwrap();
    bytes
}

/// Connects to an address and to a name, and gives the users that the proxy was given.
async fn users(isolates: bool) -> Vec<Option<String>> {
    let called = TestNode::start(config());
    let (address, asked) = proxy(called.address).await;
    let mut config = config();
    config.proxy = Some(Proxy { address, isolates });
    // Nobody could look that name up, and of that address only the proxy knows who it is.
    config.add_nodes = vec!["1.2.3.4:7".to_owned(), "node.invalid:8".to_owned()];
    let caller = TestNode::start(config);
    caller.has_peers(2).await;
    let mut names: Vec<_> = caller.peers().await.into_iter().map(|peer| peer.name).collect();
    names.sort();
    let mut asked = asked.lock().unwrap().clone();
    asked.sort();
    let (to, users): (Vec<_>, Vec<_>) = asked.into_iter().unzip();
    assert_eq!((to, names.len()), (names, 2));
    assert_eq!(caller.p2p.network().await.unwrap().proxy, Some(Proxy { address, isolates }));
    caller.stop().await;
    called.stop().await;
    users
}

#[tokio::test]
async fn addresses_and_names_go_through_the_proxy() {
    assert_eq!(users(false).await, [None, None]);
}

#[tokio::test]
async fn each_connection_has_credentials_of_its_own() {
    let users = users(true).await;
    assert!(users[0].is_some() && users[1].is_some() && users[0] != users[1], "{users:?}");
}

#[tokio::test]
async fn without_the_proxy_there_is_no_way_out() {
    let called = TestNode::start(config());
    let refuses = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let mut config = config();
    config.proxy = Some(Proxy { address: refuses.local_addr().unwrap(), isolates: true });
    let caller = TestNode::start(config);
    // This name can be looked up here, and is not.
    let target = format!("localhost:{}", called.address.port());
    // A name is tried again only when the attempt before is over, and did not connect: once the proxy is
    // asked for a second time, the first refusal has led nowhere.
    let mut asked = 0;
    while asked < 2 {
        caller.p2p.try_node(target.clone()).await.unwrap();
        tokio::select! {
            refused = refuses.accept() => {
                drop(refused.unwrap());
                asked += 1;
            }
            () = tokio::time::sleep(std::time::Duration::from_millis(10)) => {}
        }
        assert!(called.peers().await.is_empty() && caller.peers().await.is_empty());
    }
    // What is on this machine needs no way out.
    assert!(caller.p2p.add_node(called.address.to_string()).await.is_ok());
    caller.has_peers(1).await;
    caller.stop().await;
    called.stop().await;
}
