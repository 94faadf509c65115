//! From the first byte to `verack`: who speaks when, and what may be agreed on only then.
//!
//! Does not know what comes after.

use super::{DisconnectReason, Net, Turn};
use crate::codec::Command;
use crate::endpoint::{Endpoint, Services};
use crate::limits::{
    ADDR_TOKEN_MS, MAX_ADDR_TOKENS, MAX_SUBVERSION_LENGTH, NODE_NETWORK_LIMITED_ALLOW_CONN_BLOCKS,
};
use crate::message::{Message, VersionMessage};
use crate::peer::{ConnectionKind, Greeting, Peer, PeerId, Permissions, TxRelay};

/// The protocol that we speak (BIP 155 and all before).
pub(super) const PROTOCOL_VERSION: i32 = 70_016;
/// The oldest that we talk to (`MIN_PEER_PROTO_VERSION`: `getheaders` exists).
const MIN_PEER_PROTO_VERSION: i32 = 31_800;
/// `sendheaders` from here on.
pub(super) const SENDHEADERS_VERSION: i32 = 70_012;
/// `feefilter` from here on.
pub(super) const FEEFILTER_VERSION: i32 = 70_013;
/// `wtxidrelay` from here on.
const WTXID_RELAY_VERSION: i32 = 70_016;
/// "As a courtesy, don't send `sendaddrv2` to nodes with a version before 70016".
const ADDRV2_COURTESY_VERSION: i32 = 70_016;

/// Why comments cannot stand in a user agent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UserAgentError {
    /// As Core says it.
    #[error("User Agent comment ({0}) contains unsafe characters.")]
    Unsafe(String),
    /// As Core says it.
    #[error(
        "Total length of network version string ({0}) exceeds maximum length \
         ({MAX_SUBVERSION_LENGTH}). Reduce the number or size of uacomments."
    )]
    TooLong(usize),
}

/// What we are, in the form of BIP 14: `/Quarry:0.1.0(comment; comment)/`.
///
/// # Errors
/// [`UserAgentError`], in Core's words.
pub fn user_agent(version: &str, comments: &[String]) -> Result<String, UserAgentError> {
    let safe = |c: char| c.is_ascii_alphanumeric() || " .,;-_?@".contains(c);
    if let Some(comment) = comments.iter().find(|comment| !comment.chars().all(safe)) {
        return Err(UserAgentError::Unsafe(comment.clone()));
    }
    let comments =
        if comments.is_empty() { String::new() } else { format!("({})", comments.join("; ")) };
    let agent = format!("/Quarry:{version}{comments}/");
    if agent.len() > MAX_SUBVERSION_LENGTH {
        return Err(UserAgentError::TooLong(agent.len()));
    }
    Ok(agent)
}

/// What a peer that we choose must offer (`GetDesirableServiceFlags`).
const fn wanted_services(near_tip: bool) -> Services {
    let blocks = if near_tip { Services::NETWORK_LIMITED } else { Services::NETWORK };
    blocks.with(Services::WITNESS)
}

impl Net {
    pub(super) fn connected(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        endpoint: Endpoint,
        bind: Option<Endpoint>,
        kind: ConnectionKind,
        permissions: Permissions,
    ) {
        // A name that is used twice is a mistake of the node's; the first connection gives way.
        self.forget(turn, id);
        self.opening.remove(&endpoint);
        let nonce = self.rng.u64();
        let mut peer = Peer::new(turn.now, endpoint, kind, permissions, nonce);
        peer.bind = bind;
        if kind == ConnectionKind::Inbound {
            if let Err(reason) = self.admit(turn, &peer) {
                turn.out.push(super::Action::Disconnect { peer: id, reason });
                return;
            }
            self.peers.insert(id, peer);
        } else {
            self.peers.insert(id, peer);
            self.send_version(turn, id);
        }
    }

    fn send_version(&mut self, turn: &mut Turn<'_>, id: PeerId) {
        let Some(peer) = self.peers.get(&id) else { return };
        let routable = peer.endpoint.address.is_routable();
        let start_height = i32::try_from(turn.view.tip().height).unwrap_or(i32::MAX);
        let version = VersionMessage {
            version: PROTOCOL_VERSION,
            services: self.config.services,
            timestamp: i64::try_from(turn.now.wall_ms / 1000).unwrap_or(i64::MAX),
            receiver_services: Services::NONE,
            receiver: routable.then_some(peer.endpoint),
            nonce: peer.nonce,
            user_agent: self.config.user_agent.clone(),
            start_height,
            relay: !self.refuses_txs(peer),
        };
        turn.send(id, Message::Version(Box::new(version)));
    }

    /// Whether a peer may not send transactions (`RejectIncomingTxs`).
    pub(super) fn refuses_txs(&self, peer: &Peer) -> bool {
        !peer.kind.relays_txs() || !self.config.relay_txs && !peer.permissions.relay
    }

    /// What a message means before the handshake is over; gives it back if it is for later.
    pub(super) fn handshake(
        &mut self,
        turn: &mut Turn<'_>,
        id: PeerId,
        message: Message,
    ) -> Option<Message> {
        let peer = self.peers.get_mut(&id)?;
        let command = message.command();
        match message {
            Message::Version(version) => {
                if peer.greeting.is_some() {
                    turn.note(id, format!("redundant version message from peer={id}"));
                } else {
                    self.on_version(turn, id, *version);
                }
                None
            }
            _ if peer.greeting.is_none() => {
                turn.note(
                    id,
                    format!(
                        "non-version message before version handshake. Message \"{command}\" from \
                         peer={id}"
                    ),
                );
                None
            }
            Message::Verack => {
                if peer.ready {
                    turn.note(id, format!("ignoring redundant verack message from peer={id}"));
                } else {
                    peer.ready = true;
                    let kind = peer.kind.name();
                    let version = peer.greeting.as_ref().map_or(0, |it| it.version);
                    turn.note(
                        id,
                        format!(
                            "New {kind} peer connected: transport: v1, version: {version}, peer={id}"
                        ),
                    );
                }
                None
            }
            Message::WtxidRelay | Message::SendAddrV2 if peer.ready => {
                self.disconnect(turn, id, DisconnectReason::AfterVerack(command));
                None
            }
            Message::WtxidRelay => {
                peer.wtxid_relay |= peer.common_version >= WTXID_RELAY_VERSION;
                None
            }
            Message::SendAddrV2 => {
                peer.wants_addrv2 = true;
                None
            }
            // Core takes these two at any time after `version`.
            Message::SendHeaders | Message::SendCmpct { .. } => Some(message),
            Message::Unknown(Command::SENDTXRCNCL) => {
                turn.note(
                    id,
                    format!(
                        "sendtxrcncl from peer={id} ignored, as our node does not have \
                         txreconciliation enabled"
                    ),
                );
                None
            }
            _ if !peer.ready => {
                turn.note(
                    id,
                    format!("Unsupported message \"{command}\" prior to verack from peer={id}"),
                );
                None
            }
            _ => Some(message),
        }
    }

    fn on_version(&mut self, turn: &mut Turn<'_>, id: PeerId, version: VersionMessage) {
        let Some(peer) = self.peers.get(&id) else { return };
        let (endpoint, kind, inbound) = (peer.endpoint, peer.kind, peer.is_inbound());
        if let Err(reason) = self.check_version(turn, peer, &version) {
            if inbound {
                return self.disconnect(turn, id, reason);
            }
            self.addresses.set_services(&endpoint, version.services);
            return self.disconnect(turn, id, reason);
        }
        if inbound {
            // "Inbound peers send us their version message when they connect. We send our version
            // message in response."
            self.send_version(turn, id);
        } else {
            self.addresses.set_services(&endpoint, version.services);
        }
        let common = PROTOCOL_VERSION.min(version.version);
        if common >= WTXID_RELAY_VERSION {
            turn.send(id, Message::WtxidRelay);
        }
        if common >= ADDRV2_COURTESY_VERSION {
            turn.send(id, Message::SendAddrV2);
        }
        turn.send(id, Message::Verack);
        let asks = !inbound && self.enable_addr_relay(id);
        if asks {
            turn.send(id, Message::GetAddr);
        }
        if !inbound {
            self.addresses.good(turn.now.wall_secs(), &endpoint);
        }
        let Some(peer) = self.peers.get_mut(&id) else { return };
        peer.common_version = common;
        if kind.relays_txs() && version.relay {
            peer.txs = Some(TxRelay::new(true));
        }
        let agent = match version.user_agent.as_str() {
            "" => "<no user agent>",
            agent => agent,
        };
        let us = version.receiver.map_or_else(|| "[::]:0".to_owned(), |it| it.to_string());
        turn.note(
            id,
            format!(
                "receive version message: {agent}: version {}, blocks={}, us={us}, txrelay={}, \
                 peer={id}",
                version.version,
                version.start_height,
                u8::from(version.relay)
            ),
        );
        let wall_secs = i64::try_from(turn.now.wall_ms / 1000).unwrap_or(i64::MAX);
        peer.greeting = Some(Greeting {
            version: version.version,
            services: version.services,
            user_agent: version.user_agent,
            start_height: version.start_height,
            time_offset_secs: version.timestamp.max(0).saturating_sub(wall_secs),
            local: version.receiver,
        });
        if asks {
            peer.addrs.asked = true;
            // "When requesting a getaddr, accept an additional MAX_ADDR_TO_SEND addresses".
            peer.addrs.tokens_ms += MAX_ADDR_TOKENS * ADDR_TOKEN_MS;
        }
        let trusted = !inbound || peer.permissions.noban;
        peer.preferred_download =
            trusted && kind != ConnectionKind::AddrFetch && peer.serves_blocks();
        if kind == ConnectionKind::Feeler {
            self.disconnect(turn, id, DisconnectReason::Completed(kind));
        }
    }

    fn check_version(
        &self,
        turn: &Turn<'_>,
        peer: &Peer,
        version: &VersionMessage,
    ) -> Result<(), DisconnectReason> {
        let chosen = peer.kind.is_chosen() || peer.kind == ConnectionKind::AddrFetch;
        let tip_age_secs = turn.now.wall_secs().saturating_sub(turn.view.tip().header.time);
        let spacing_secs = self.config.block_spacing_secs.max(1);
        let near_tip = tip_age_secs / spacing_secs < NODE_NETWORK_LIMITED_ALLOW_CONN_BLOCKS;
        let wanted = wanted_services(near_tip && version.services.has(Services::NETWORK_LIMITED));
        if chosen && !version.services.has(wanted) {
            return Err(DisconnectReason::Services {
                offered: version.services.0,
                expected: wanted.0,
            });
        }
        if version.version < MIN_PEER_PROTO_VERSION {
            return Err(DisconnectReason::ObsoleteVersion(version.version));
        }
        let ours = |it: &Peer| !it.ready && !it.is_inbound() && it.nonce == version.nonce;
        if peer.is_inbound() && self.peers.values().any(ours) {
            return Err(DisconnectReason::SelfConnection);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_agent_has_the_form_of_bip14() {
        let agent = |comments: &[&str]| {
            user_agent("1.2.3", &comments.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(agent(&[]).unwrap(), "/Quarry:1.2.3/");
        assert_eq!(agent(&["foo", "b-r"]).unwrap(), "/Quarry:1.2.3(foo; b-r)/");
        assert!(matches!(agent(&["a/b"]), Err(UserAgentError::Unsafe(_))));
        assert!(matches!(agent(&["(x)"]), Err(UserAgentError::Unsafe(_))));
        assert!(matches!(agent(&["a".repeat(250).as_str()]), Err(UserAgentError::TooLong(266))));
    }
}
