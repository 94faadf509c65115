//! The user's side of an exchange: signs requests for one account and sends them.
//!
//! Every write carries an idempotency key. A caller that may have to ask again (after a lost
//! connection, after a restart) keeps the key, so that asking twice is the same as asking once.
//!
//! Does not know how the server decides; does not keep keys (the caller hands one in).

mod seller;

use std::time::Duration;

use quarry_api::exchange::{
    AccountView, BookView, Done, ExchangeInfo, Heartbeat, HeartbeatAnswer, JobView, LeaseResult,
    LeaseView, OrderView, PlaceAsk, Registered, SubmitJob, TradeView, UnitView, Withdraw,
    WithdrawalView,
};
use quarry_api::signed::{MAX_EXPIRY_MS, RequestToSign, body_hash, names};
use quarry_api::{ApiError, ErrorBody};
use quarry_primitives::AccountKey;
use quarry_service::Clock;
use quarry_wallet::AccountSecret;
use rand::RngCore;
use reqwest::{Method, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use seller::{SellerConfig, start_seller};

/// A request's name for retries: new for each intent, the same for each try.
pub type IdempotencyKey = [u8; 16];

/// A fresh idempotency key.
#[must_use]
pub fn new_idempotency_key() -> IdempotencyKey {
    let mut key = [0; 16];
    rand::rng().fill_bytes(&mut key);
    key
}

/// Why a request was not answered as hoped.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// No answer, or one that says nothing of the request: the exchange does not run, is busy or
    /// stopping, or the connection broke. Worth trying again with the same idempotency key.
    #[error("exchange at {url} cannot be reached: {reason}")]
    Unreachable {
        /// Base URL.
        url: String,
        /// What the connection said.
        reason: String,
    },
    /// The exchange said no.
    #[error(transparent)]
    Refused(#[from] ApiError),
    /// The answer is not what an exchange answers.
    #[error("exchange at {url} answered something else: {reason}")]
    Protocol {
        /// Base URL.
        url: String,
        /// What was wrong.
        reason: String,
    },
}

impl ClientError {
    /// Whether the same request may succeed later without any change.
    #[must_use]
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable { .. })
    }
}

/// Requests to one exchange. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    info: ExchangeInfo,
    clock: Clock,
    // How far market time is ahead of this machine's clock, milliseconds: signatures end by the
    // exchange's time.
    ahead_ms: i64,
}

/// Requests that carry one account's signature. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AccountClient {
    client: Client,
    secret: std::sync::Arc<AccountSecret>,
    account: AccountKey,
}

impl Client {
    /// Reads what exchange it is; signatures name it.
    ///
    /// # Errors
    /// [`ClientError::Unreachable`] if nothing answers at `base`.
    pub async fn connect(base: &str, clock: Clock) -> Result<Self, ClientError> {
        let base = base.trim_end_matches('/').to_owned();
        let http = reqwest::Client::builder()
            .connect_timeout(Duration::from_secs(5))
            .timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|e| ClientError::Protocol { url: base.clone(), reason: e.to_string() })?;
        let request = http.get(format!("{base}/v1/exchange"));
        let info: ExchangeInfo = answer(&base, request.send().await).await?;
        let ahead_ms = i128::from(info.now_ms) - i128::from(clock.now().wall_ms);
        let ahead_ms = i64::try_from(ahead_ms).unwrap_or_default();
        Ok(Self { http, base, info, clock, ahead_ms })
    }

    /// The exchange's URL.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.base
    }

    /// The exchange as it was when the connection was made.
    #[must_use]
    pub fn info(&self) -> &ExchangeInfo {
        &self.info
    }

    /// Market time now: this machine's clock, corrected by what the exchange said when the
    /// connection was made.
    #[must_use]
    pub fn now_ms(&self) -> u64 {
        self.clock.now().wall_ms.saturating_add_signed(self.ahead_ms)
    }

    async fn open<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        answer(&self.base, self.http.get(format!("{}{path}", self.base)).send().await).await
    }

    /// The exchange's present state.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn refresh(&self) -> Result<ExchangeInfo, ClientError> {
        self.open("/v1/exchange").await
    }

    /// The open orders of an article.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn book(&self, article: &str) -> Result<BookView, ClientError> {
        self.open(&format!("/v1/book?article={article}")).await
    }

    /// The newest trades.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn trades(&self) -> Result<Vec<TradeView>, ClientError> {
        self.open("/v1/trades").await
    }

    /// Signs for an account from here on.
    #[must_use]
    pub fn with_account(&self, secret: AccountSecret) -> AccountClient {
        let account = secret.account();
        AccountClient { client: self.clone(), secret: secret.into(), account }
    }
}

impl AccountClient {
    /// The account that signs.
    #[must_use]
    pub fn account(&self) -> AccountKey {
        self.account
    }

    /// The open part of the exchange.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    async fn send<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        key: IdempotencyKey,
        body: Option<Vec<u8>>,
    ) -> Result<T, ClientError> {
        let Client { http, base, info, .. } = &self.client;
        let bytes = body.as_deref().unwrap_or_default();
        // Half the longest time: a clock that is a little ahead of the exchange's does no harm.
        let expiry_ms = self.client.now_ms().saturating_add(MAX_EXPIRY_MS / 2);
        let to_sign = RequestToSign {
            chain_id: info.chain_id,
            exchange: info.exchange,
            method: method.as_str(),
            path,
            body_hash: body_hash(bytes),
            account: self.account,
            signer: self.account,
            delegation: None,
            idempotency_key: key,
            expiry_ms,
        };
        let mut aux = [0; 32];
        rand::rng().fill_bytes(&mut aux);
        let signature = self.secret.sign_bip340(to_sign.digest(), aux);
        let mut request = http
            .request(method.clone(), format!("{base}{path}"))
            .header(names::ACCOUNT, self.account.to_string())
            .header(names::SIGNER, self.account.to_string())
            .header(names::IDEMPOTENCY_KEY, hex::encode(key))
            .header(names::EXPIRY, expiry_ms.to_string())
            .header(names::SIGNATURE, hex::encode(signature));
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body);
        } else if method != Method::GET {
            request = request.header("content-type", "application/json");
        }
        answer(base, request.send().await).await
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClientError> {
        self.send(Method::GET, path, new_idempotency_key(), None).await
    }

    async fn post<B: Serialize, T: DeserializeOwned>(
        &self,
        path: &str,
        key: IdempotencyKey,
        body: &B,
    ) -> Result<T, ClientError> {
        let body = serde_json::to_vec(body).map_err(|e| ClientError::Protocol {
            url: self.client.base.clone(),
            reason: e.to_string(),
        })?;
        self.send(Method::POST, path, key, Some(body)).await
    }

    /// Makes the account known and gets its deposit address; the same one each time.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn register(&self) -> Result<Registered, ClientError> {
        self.post("/v1/accounts", new_idempotency_key(), &serde_json::json!({})).await
    }

    /// The account's money.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn account_view(&self) -> Result<AccountView, ClientError> {
        self.get("/v1/account").await
    }

    /// Places a job with its buy order.
    ///
    /// # Errors
    /// [`ClientError`]; `not_enough_money` among the refusals.
    pub async fn submit_job(
        &self,
        key: IdempotencyKey,
        job: &SubmitJob,
    ) -> Result<JobView, ClientError> {
        self.post("/v1/jobs", key, job).await
    }

    /// One's jobs, newest first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn jobs(&self) -> Result<Vec<JobView>, ClientError> {
        self.get("/v1/jobs").await
    }

    /// One job that one buys or works for.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn job(&self, job: u64) -> Result<JobView, ClientError> {
        self.get(&format!("/v1/jobs/{job}")).await
    }

    /// Ends a job; what was on hold for it is free again.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn cancel_job(&self, job: u64) -> Result<JobView, ClientError> {
        self.send(Method::DELETE, &format!("/v1/jobs/{job}"), new_idempotency_key(), None).await
    }

    /// Offers work.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn place_ask(
        &self,
        key: IdempotencyKey,
        ask: &PlaceAsk,
    ) -> Result<OrderView, ClientError> {
        self.post("/v1/asks", key, ask).await
    }

    /// One's open orders.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn orders(&self) -> Result<Vec<OrderView>, ClientError> {
        self.get("/v1/orders").await
    }

    /// Takes an order out of the book.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn cancel_order(&self, order: u64) -> Result<Done, ClientError> {
        self.send(Method::DELETE, &format!("/v1/orders/{order}"), new_idempotency_key(), None).await
    }

    /// One's live leases; waits up to `wait` for the first.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn leases(&self, wait: Duration) -> Result<Vec<LeaseView>, ClientError> {
        self.get(&format!("/v1/leases?wait_ms={}", wait.as_millis())).await
    }

    /// Keeps a lease alive.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn heartbeat(
        &self,
        lease: u64,
        beat: &Heartbeat,
    ) -> Result<HeartbeatAnswer, ClientError> {
        self.post(&format!("/v1/leases/{lease}/heartbeat"), new_idempotency_key(), beat).await
    }

    /// Ends a lease with its outcome.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn lease_result(
        &self,
        lease: u64,
        key: IdempotencyKey,
        result: &LeaseResult,
    ) -> Result<Done, ClientError> {
        self.post(&format!("/v1/leases/{lease}/result"), key, result).await
    }

    /// One's settled units whose money has not been taken to the chain.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn unpaid_units(&self) -> Result<Vec<UnitView>, ClientError> {
        self.get("/v1/units/unpaid").await
    }

    /// Takes money to the chain.
    ///
    /// # Errors
    /// [`ClientError`]; `below_minimum` among the refusals.
    pub async fn withdraw(
        &self,
        key: IdempotencyKey,
        withdraw: &Withdraw,
    ) -> Result<WithdrawalView, ClientError> {
        self.post("/v1/withdrawals", key, withdraw).await
    }

    /// One of one's withdrawals.
    ///
    /// # Errors
    /// [`ClientError`].
    pub async fn withdrawal(&self, id: u64) -> Result<WithdrawalView, ClientError> {
        self.get(&format!("/v1/withdrawals/{id}")).await
    }
}

async fn answer<T: DeserializeOwned>(
    base: &str,
    response: Result<Response, reqwest::Error>,
) -> Result<T, ClientError> {
    let unreachable = |e: reqwest::Error| ClientError::Unreachable {
        url: base.to_owned(),
        reason: root_cause(&e),
    };
    let response = response.map_err(unreachable)?;
    let status = response.status();
    let bytes = response.bytes().await.map_err(unreachable)?;
    let protocol = |reason: String| ClientError::Protocol { url: base.to_owned(), reason };
    if status.is_success() {
        return serde_json::from_slice(&bytes).map_err(|e| protocol(e.to_string()));
    }
    let body = serde_json::from_slice::<ErrorBody>(&bytes);
    if is_passing(status) {
        // Busy, stopping or limited: whether it was done is unknown, and the same key asks again.
        let reason = body.map_or_else(|_| format!("status {status}"), |b| b.error.message);
        return Err(ClientError::Unreachable { url: base.to_owned(), reason });
    }
    match body {
        Ok(body) => Err(ClientError::Refused(body.error)),
        Err(_) => Err(protocol(format!("status {status}"))),
    }
}

/// Whether an answer says nothing about the request itself.
fn is_passing(status: StatusCode) -> bool {
    status.is_server_error()
        || status == StatusCode::TOO_MANY_REQUESTS
        || status == StatusCode::REQUEST_TIMEOUT
}

/// The innermost message: "connection refused" rather than "error sending request".
fn root_cause(error: &dyn std::error::Error) -> String {
    let mut inner = error;
    while let Some(next) = inner.source() {
        inner = next;
    }
    inner.to_string()
}
