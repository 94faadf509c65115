//! `quarry deposit` and `quarry withdraw`: coins between the chain and the exchange.
//!
//! Does not decide when a deposit counts (the exchange does, after the chain's confirmations).

use std::time::{Duration, Instant};

use quarry_api::exchange::{AccountView, Withdraw, WithdrawalView};
use quarry_api::node::CoinView;
use quarry_exchange::{
    AccountClient, ClientError, NodeClient, NodeClientError, new_idempotency_key,
};
use quarry_primitives::{Address, Amount, KnownHrp, Network, NetworkUnchecked, Txid};
use quarry_wallet::AccountSecret;
use quarry_wallet::payment::{self, Coin, PaymentRequest};
use serde::Serialize;

use crate::cli::{DepositArgs, WithdrawArgs};
use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

/// Fee rate of our own transactions, base units a virtual byte.
const FEE_RATE: u64 = 2;
/// Time between two looks.
const LOOK: Duration = Duration::from_millis(50);
/// How long a block is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

fn fail(error: impl std::fmt::Display) -> AppError {
    AppError::failed(error.to_string())
}

#[derive(Debug, Serialize)]
pub(crate) struct Deposited {
    txid: Txid,
    amount: Amount,
    deposit_address: String,
    credited: bool,
    exchange_balance: Option<Amount>,
}

pub(crate) async fn deposit(
    session: &Session,
    args: &DepositArgs,
    output: &Output,
) -> Result<(), AppError> {
    let amount = coins_of(&args.coins)?;
    session.refuse_half_remote()?;
    session.run_file_unless_remote()?;
    let secret = session.secret(&args.account, &args.passphrase)?;
    let account = session.exchange().await?.with_account(secret.clone());
    let node = NodeClient::new(&session.node_url()?).map_err(fail)?;
    let deposited = if args.detach {
        send_deposit(&account, &secret, &node, amount).await?
    } else {
        deposit_and_wait(&account, &secret, &node, amount).await?
    };
    output.result(&deposited, |d| {
        let end = match d.exchange_balance {
            Some(balance) => format!("credited; {} at the exchange", balance.to_coin_string()),
            None => "sent; the exchange credits it when a block holds it".to_owned(),
        };
        format!("{} coins in {}\n{end}", d.amount.to_coin_string(), d.txid)
    })?;
    Ok(())
}

fn coins_of(text: &str) -> Result<Amount, AppError> {
    let amount = Amount::from_coin_str(text)
        .map_err(|e| AppError::usage(e.to_string(), "coins, like 0.5"))?;
    if amount == Amount::ZERO {
        return Err(AppError::usage("cannot move 0 coins", "at least 0.00000001"));
    }
    Ok(amount)
}

fn node_error(error: NodeClientError) -> AppError {
    match error {
        NodeClientError::Unreachable { .. } => AppError::Unreachable {
            message: error.to_string(),
            hint: "start it with: quarry up".to_owned(),
        },
        NodeClientError::Refused(error) => AppError::Exchange { error },
    }
}

async fn send_deposit(
    account: &AccountClient,
    secret: &AccountSecret,
    node: &NodeClient,
    amount: Amount,
) -> Result<Deposited, AppError> {
    let chain = node.info().await.map_err(node_error)?.chain_id;
    if chain != account.client().info().chain_id {
        return Err(AppError::usage(
            "cannot deposit coins of one chain at an exchange of another",
            "--node-url and --exchange-url must belong together",
        ));
    }
    let least = account.client().info().min_deposit;
    if amount < least {
        return Err(AppError::usage(
            format!("cannot deposit {} coins: too little to be credited", amount.to_coin_string()),
            format!("at least {}", least.to_coin_string()),
        ));
    }
    let registered = account.register().await?;
    let to = address_of(&registered.deposit_address)?;
    let own = secret.account().address(KnownHrp::Regtest);
    let coins = node.address(&own).await.map_err(node_error)?.coins;
    let script = secret.account().script_pubkey();
    let coin = |c: CoinView| Coin {
        outpoint: c.outpoint,
        amount: c.amount,
        script_pubkey: script.clone(),
    };
    let request = PaymentRequest {
        coins: coins.into_iter().filter(|c| c.spendable).map(coin).collect(),
        recipients: vec![(to.script_pubkey(), amount)],
        change: script.clone(),
        fee_rate_sat_per_vb: FEE_RATE,
        subtract_fee_from: None,
    };
    let unsigned = payment::build(&request).map_err(|e| {
        AppError::failed_with_hint(format!("deposit: {e}"), "see: quarry account list")
    })?;
    let tx = payment::sign(&unsigned, |s| (*s == *script).then_some(secret)).map_err(fail)?;
    let txid = node.submit(&tx).await.map_err(node_error)?;
    Ok(Deposited {
        txid,
        amount,
        deposit_address: registered.deposit_address,
        credited: false,
        exchange_balance: None,
    })
}

/// Sends coins to the exchange and waits until they are credited.
pub(crate) async fn deposit_and_wait(
    account: &AccountClient,
    secret: &AccountSecret,
    node: &NodeClient,
    amount: Amount,
) -> Result<Deposited, AppError> {
    let before = account.account_view().await?;
    let mut deposited = send_deposit(account, secret, node, amount).await?;
    let wanted = total(&before).checked_add(amount).unwrap_or(Amount::MAX);
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        let view = account.account_view().await?;
        if total(&view) >= wanted {
            deposited.credited = true;
            deposited.exchange_balance = Some(view.available);
            return Ok(deposited);
        }
        tokio::time::sleep(LOOK).await;
    }
    Err(AppError::LimitReached {
        message: format!("cannot see the deposit {} credited within a minute", deposited.txid),
        hint: Some("it is sent and will be credited when a block holds it".to_owned()),
        json: None,
    })
}

fn total(view: &AccountView) -> Amount {
    let parts = [view.available, view.held, view.withdrawing];
    parts.into_iter().sum::<Option<Amount>>().unwrap_or(Amount::MAX)
}

pub(crate) async fn withdraw(
    session: &Session,
    args: &WithdrawArgs,
    output: &Output,
) -> Result<(), AppError> {
    let amount = coins_of(&args.coins)?;
    let to = args.to.as_deref().map(address_of).transpose()?;
    let account = session.account(&args.account, &args.passphrase).await?;
    let to = to.unwrap_or_else(|| account.account().address(KnownHrp::Regtest));
    let request = Withdraw { amount, address: to.to_string(), unit: None };
    let key = new_idempotency_key();
    let mut view = retry(|| account.withdraw(key, &request)).await?;
    let started = Instant::now();
    while !args.detach && view.state != "confirmed" {
        if view.state == "refused" {
            return Err(AppError::failed(format!(
                "withdraw: {}; the money is back at the exchange",
                view.reason.unwrap_or_default()
            )));
        }
        if started.elapsed() >= PATIENCE {
            return Err(AppError::LimitReached {
                message: format!(
                    "cannot see withdrawal {} in a block within a minute",
                    view.withdrawal
                ),
                hint: Some("it is on its way; do not ask for it again".to_owned()),
                json: crate::output::document(&view),
            });
        }
        tokio::time::sleep(LOOK).await;
        match account.withdrawal(view.withdrawal).await {
            Ok(now) => view = now,
            // Away for a moment; the withdrawal is in its log.
            Err(error) if error.is_unreachable() => {}
            Err(error) => return Err(error.into()),
        }
    }
    output.result(&view, withdrawal_text)?;
    Ok(())
}

async fn retry<T, F>(mut ask: impl FnMut() -> F) -> Result<T, AppError>
where
    F: Future<Output = Result<T, ClientError>>,
{
    let started = Instant::now();
    loop {
        match ask().await {
            Err(error) if error.is_unreachable() && started.elapsed() < Duration::from_secs(5) => {
                tokio::time::sleep(LOOK).await;
            }
            other => return Ok(other?),
        }
    }
}

fn withdrawal_text(view: &WithdrawalView) -> String {
    let place = match (&view.txid, view.height) {
        (Some(txid), Some(height)) => format!(" in {txid}, block {height}"),
        (Some(txid), None) => format!(" in {txid}"),
        _ => String::new(),
    };
    format!(
        "withdrawal {}: {} coins to {}, {}{place}",
        view.withdrawal,
        view.amount.to_coin_string(),
        view.address,
        view.state
    )
}

/// An address of the dev chain.
pub(super) fn address_of(text: &str) -> Result<Address, AppError> {
    text.parse::<Address<NetworkUnchecked>>()
        .ok()
        .and_then(|a| a.require_network(Network::Regtest).ok())
        .ok_or_else(|| {
            AppError::usage(
                format!("cannot use address `{text}`"),
                "an address of this chain, like bcrt1q...",
            )
        })
}
