//! Asks a node's REST API.
//!
//! Does not know what the answers are for, nor which node program answers.

use std::time::Duration;

use quarry_api::node::{
    AddressView, BlockView, ChainInfo, SubmitTransaction, Submitted, TransactionView,
};
use quarry_api::{ApiError, ErrorBody};
use quarry_primitives::{Address, BlockHash, Transaction, Txid, consensus};
use serde::de::DeserializeOwned;

/// Why a node did not answer as hoped.
#[derive(Debug, thiserror::Error)]
pub enum NodeClientError {
    /// No answer.
    #[error("node at {url} cannot be reached: {reason}")]
    Unreachable {
        /// Base URL.
        url: String,
        /// What the connection said.
        reason: String,
    },
    /// The node said no, with its reject reason as the code.
    #[error(transparent)]
    Refused(#[from] ApiError),
}

/// Requests to one node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct NodeClient {
    http: reqwest::Client,
    base: String,
}

impl NodeClient {
    /// A client of the node at `base`; nothing is sent yet.
    ///
    /// # Errors
    /// [`NodeClientError::Unreachable`] if the HTTP client cannot be made.
    pub fn new(base: &str) -> Result<Self, NodeClientError> {
        let base = base.trim_end_matches('/').to_owned();
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(45))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|e| unreachable(&base, &e))?;
        Ok(Self { http, base })
    }

    async fn answer<T: DeserializeOwned>(
        &self,
        request: reqwest::RequestBuilder,
    ) -> Result<T, NodeClientError> {
        let lost = |e: reqwest::Error| unreachable(&self.base, &e);
        let response = request.send().await.map_err(lost)?;
        let ok = response.status().is_success();
        let bytes = response.bytes().await.map_err(lost)?;
        let strange = |e: serde_json::Error| NodeClientError::Unreachable {
            url: self.base.clone(),
            reason: format!("not a node's answer: {e}"),
        };
        if ok {
            return serde_json::from_slice(&bytes).map_err(strange);
        }
        let body: ErrorBody = serde_json::from_slice(&bytes).map_err(strange)?;
        Err(NodeClientError::Refused(body.error))
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, NodeClientError> {
        self.answer(self.http.get(format!("{}{path}", self.base))).await
    }

    /// Where the chain stands.
    ///
    /// # Errors
    /// [`NodeClientError`].
    pub async fn info(&self) -> Result<ChainInfo, NodeClientError> {
        self.get("/v1/chain").await
    }

    /// Where the chain stands, once its tip is another than `not` or `wait` has passed.
    ///
    /// # Errors
    /// [`NodeClientError`].
    pub async fn wait_for_tip(
        &self,
        not: BlockHash,
        wait: Duration,
    ) -> Result<ChainInfo, NodeClientError> {
        self.get(&format!("/v1/chain?not={not}&wait_ms={}", wait.as_millis())).await
    }

    /// The active block at a height, or none.
    ///
    /// # Errors
    /// [`NodeClientError`].
    pub async fn block_at(&self, height: u32) -> Result<Option<BlockView>, NodeClientError> {
        known(self.get(&format!("/v1/blocks/{height}")).await)
    }

    /// An address's money.
    ///
    /// # Errors
    /// [`NodeClientError`].
    pub async fn address(&self, address: &Address) -> Result<AddressView, NodeClientError> {
        self.get(&format!("/v1/addresses/{address}")).await
    }

    /// A transaction, waiting or in a block, or none.
    ///
    /// # Errors
    /// [`NodeClientError`].
    pub async fn transaction(
        &self,
        txid: Txid,
    ) -> Result<Option<TransactionView>, NodeClientError> {
        known(self.get(&format!("/v1/transactions/{txid}")).await)
    }

    /// Sends a transaction; one that the node already has counts as sent.
    ///
    /// # Errors
    /// [`NodeClientError::Refused`] with the reject reason as its code.
    pub async fn submit(&self, tx: &Transaction) -> Result<Txid, NodeClientError> {
        let body = SubmitTransaction { hex: consensus::encode::serialize_hex(tx) };
        let request = self.http.post(format!("{}/v1/transactions", self.base)).json(&body);
        Ok(self.answer::<Submitted>(request).await?.txid)
    }
}

fn known<T>(answer: Result<T, NodeClientError>) -> Result<Option<T>, NodeClientError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(NodeClientError::Refused(error)) if error.code.starts_with("unknown_") => Ok(None),
        Err(error) => Err(error),
    }
}

fn unreachable(base: &str, error: &reqwest::Error) -> NodeClientError {
    NodeClientError::Unreachable { url: base.to_owned(), reason: error.to_string() }
}
