//! Both sides against another implementation of the protocol, `sv1_api` of the Stratum reference implementation:
//! its types write and read all lines of the other side, and the header is made of what they hold.

use quarry_mining::stratum::client::{Action, Client, ClientConfig, Event, Outcome, Stage};
use quarry_mining::{CoinbasePlan, StratumJob};
use quarry_pow::{HashOrder, HashValue};
use quarry_primitives::hashes::{Hash as _, sha256d};
use quarry_primitives::{BitcoinAmount, TxOut};
use sv1_api::client_to_server::{Authorize, Configure, Submit, SubmitOutcome, Subscribe};
use sv1_api::json_rpc::Message;
use sv1_api::methods::{Client2Server, Server2Client, Server2ClientResponse};
use sv1_api::server_to_client::{Notify, SetDifficulty, VersionRollingParams};
use sv1_api::utils::{Extranonce, HexU32Be, MerkleNode, PrevHash};
use sv1_api::{Method, client_to_server};

use super::support::{Pool, at, config, difficulty, lines, script_of, template};

const MASK: u32 = 0x1fff_e000;

fn line(message: impl Into<Message>) -> String {
    serde_json::to_string(&message.into()).unwrap()
}

fn read(line: &str) -> Method {
    let message: Message = serde_json::from_str(line).unwrap();
    Method::try_from(message).unwrap_or_else(|error| panic!("{line}: {error:?}"))
}

/// The hash of a share, of the other implementation's values only.
fn hash(job: &Notify, extranonce1: &Extranonce, share: &Submit) -> HashValue {
    let twice = |bytes: &[u8]| sha256d::Hash::hash(bytes).to_byte_array();
    let version_bits = share.version_bits.as_ref().map_or(0, |bits| bits.0);
    let coinbase = [
        Vec::from(job.coin_base1.clone()),
        extranonce1.as_ref().to_vec(),
        Vec::from(share.extra_nonce2.clone()),
        Vec::from(job.coin_base2.clone()),
    ];
    let root = job
        .merkle_branch
        .iter()
        .fold(twice(&coinbase.concat()), |root, other| twice(&[&root, other.as_ref()].concat()));
    let header = [
        &(job.version.0 & !MASK | version_bits).to_le_bytes()[..],
        job.prev_hash.as_ref(),
        &root,
        &share.time.0.to_le_bytes(),
        &job.bits.0.to_le_bytes(),
        &share.nonce.0.to_le_bytes(),
    ];
    HashValue::from_digest(twice(&header.concat()), HashOrder::Bitcoin)
}

#[test]
fn a_miner_of_others_is_served() {
    let mut pool = Pool::new(config());
    pool.template(&template(7, 200), true);
    pool.connect(1);
    let mut say = |line: &str| -> Vec<Method> {
        lines(1, &pool.say(1, line)).into_iter().map(read).collect()
    };
    let configure = Configure::new(1, Some(HexU32Be(MASK)), Some(HexU32Be(2)));
    let [Method::Server2ClientResponse(Server2ClientResponse::Configure(configured))] =
        &say(&line(configure))[..]
    else {
        panic!("not configured")
    };
    assert_eq!(configured.version_rolling_mask(), Some(HexU32Be(MASK)));
    let subscribe = Subscribe { id: 2, agent_signature: "other/1".to_owned(), extranonce1: None };
    let [Method::Server2ClientResponse(Server2ClientResponse::Subscribe(subscribed))] =
        &say(&line(Message::try_from(subscribe).unwrap()))[..]
    else {
        panic!("not subscribed")
    };
    assert_eq!(subscribed.subscriptions[1].0, "mining.notify");
    let (name, password) = ("a1.other".to_owned(), "x".to_owned());
    let authorize = line(Authorize { id: 3, name: name.clone(), password });
    let [
        Method::Server2ClientResponse(Server2ClientResponse::GeneralResponse(authorized)),
        Method::Server2Client(Server2Client::SetDifficulty(told)),
        Method::Server2Client(Server2Client::Notify(job)),
    ] = &say(&authorize)[..]
    else {
        panic!("no job")
    };
    assert!(authorized.result && job.clean_jobs);
    let target = difficulty(told.value).target();
    let mut taken = 0;
    for nonce in 0..100 {
        let extra_nonce2 = Extranonce::try_from(vec![7; subscribed.extra_nonce2_size]).unwrap();
        let share = Submit {
            user_name: name.clone(),
            job_id: job.job_id.clone(),
            extra_nonce2,
            time: job.time.clone(),
            nonce: HexU32Be(nonce),
            version_bits: Some(HexU32Be(0x6000)),
            id: 4,
        };
        let good = target.is_met_by(&hash(job, &subscribed.extra_nonce1, &share));
        match &say(&line(share))[..] {
            [Method::Server2ClientResponse(Server2ClientResponse::GeneralResponse(answer))] => {
                assert!(good && answer.result, "share {nonce}");
                taken += 1;
            }
            [Method::ErrorMessage(Message::ErrorResponse(answer))] => {
                let code = answer.error.as_ref().map(|error| error.code);
                assert!(!good && code == Some(23), "share {nonce}: {answer:?}");
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(taken > 5, "{taken} of 100");
}

/// A pool of others, of one job and one connection.
struct OtherPool {
    job: Notify,
    extranonce1: Extranonce,
    taken: u32,
}

impl OtherPool {
    const EASY: f64 = 1e-8;

    fn answer(&mut self, line_in: &str) -> Vec<String> {
        let Method::Client2Server(call) = read(line_in) else { panic!("{line_in}") };
        let response = match call {
            Client2Server::Configure(call) => {
                assert_eq!(call.version_rolling_mask(), Some(HexU32Be(MASK)));
                let rolling = VersionRollingParams::new(HexU32Be(MASK), HexU32Be(2));
                call.respond(Some(rolling), None)
            }
            Client2Server::Subscribe(call) => {
                assert_eq!(call.agent_signature, "quarry/0.1");
                let names = vec![("mining.notify".to_owned(), "1".to_owned())];
                call.respond(names, self.extranonce1.clone(), 8)
            }
            Client2Server::Authorize(call) => {
                assert_eq!(call.name, "a1.rig");
                let easy = SetDifficulty { value: Self::EASY };
                let answer = line(Message::OkResponse(call.respond(true)));
                return vec![answer, line(easy), line(self.job.clone())];
            }
            Client2Server::ExtranonceSubscribe(call) => call.respond(),
            Client2Server::Submit(share) => {
                let target = difficulty(Self::EASY).target();
                assert!(target.is_met_by(&hash(&self.job, &self.extranonce1, &share)));
                self.taken += 1;
                share.respond(match self.taken {
                    3 => SubmitOutcome::Rejected(client_to_server::SubmitError::JobNotFound),
                    _ => SubmitOutcome::Accepted,
                })
            }
            Client2Server::SuggestDifficulty() => panic!("not asked for"),
        };
        let response = if response.error.is_some() {
            Message::ErrorResponse(response)
        } else {
            Message::OkResponse(response)
        };
        vec![line(response)]
    }
}

fn other_job(job: &StratumJob) -> Notify {
    let mut previous = quarry_primitives::Hash::to_byte_array(job.previous);
    previous.chunks_exact_mut(4).for_each(<[u8]>::reverse);
    Notify {
        job_id: "j1".to_owned(),
        prev_hash: PrevHash::try_from(&hex::encode(previous)[..]).unwrap(),
        coin_base1: hex::encode(&job.coinbase_start)[..].try_into().unwrap(),
        coin_base2: hex::encode(&job.coinbase_end)[..].try_into().unwrap(),
        merkle_branch: job
            .branch
            .iter()
            .map(|hash| MerkleNode::try_from(hash.to_vec()).unwrap())
            .collect(),
        version: HexU32Be(job.version),
        bits: HexU32Be(job.bits),
        time: HexU32Be(job.time),
        clean_jobs: true,
    }
}

#[test]
fn a_pool_of_others_is_mined_for() {
    let to = TxOut { value: BitcoinAmount::ZERO, script_pubkey: script_of("a1").unwrap() };
    let plan = CoinbasePlan { outputs: vec![to], tag: b"other".to_vec(), extranonce_bytes: 12 };
    let job = template(7, 200).job(String::new(), &plan, true).unwrap();
    let extranonce1 = Extranonce::try_from(vec![8, 0, 0, 2]).unwrap();
    let mut pool = OtherPool { job: other_job(&job), extranonce1, taken: 0 };
    let config = ClientConfig::new("pool.example", 3333, "quarry/0.1", "a1.rig");
    let (mut client, mut actions) = Client::new(config, at(0));
    let (mut work, mut outcomes) = (None, Vec::new());
    let mut position = 0;
    while outcomes.len() < 5 {
        for action in std::mem::take(&mut actions) {
            match action {
                Action::Send(sent) => {
                    for answer in pool.answer(&sent) {
                        actions.extend(client.step(at(0), Event::Line(answer.into_bytes())));
                    }
                }
                Action::Work(new) => work = Some(new),
                Action::Share(share) => outcomes.push(share.outcome),
                other => panic!("{other:?}"),
            }
        }
        if let (Some(work), true) = (&work, actions.is_empty()) {
            assert_eq!(client.stage(), Stage::Working);
            let search = work.search(&[0; 8]).unwrap();
            position = (position + 1..).find(|position| search.check(*position)).unwrap();
            let solution = work.job.solution(search.parts(position).unwrap(), &[0; 8]);
            actions = client.submit(at(0), work.id, &solution).unwrap();
        }
    }
    let refused = outcomes.iter().position(|outcome| *outcome != Outcome::Accepted);
    assert_eq!(refused, Some(2), "{outcomes:?}");
    assert!(matches!(&outcomes[2], Outcome::Rejected(error) if error.code == 21));
}
