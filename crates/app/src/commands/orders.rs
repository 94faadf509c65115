//! `quarry orders`: one's open orders, an article's book, cancelling.

use quarry_api::exchange::{BookView, OrderView, Side};

use crate::cli::{OrdersArgs, OrdersCommand};
use crate::error::AppError;
use crate::output::{Output, table};
use crate::session::Session;

pub(crate) async fn run(
    session: &Session,
    args: &OrdersArgs,
    output: &Output,
) -> Result<(), AppError> {
    match &args.action {
        Some(OrdersCommand::Cancel { order, account, passphrase }) => {
            let account = session.account(account, passphrase).await?;
            let done = account.cancel_order(*order).await?;
            output.result(&done, |_| format!("order {order} cancelled"))?;
        }
        Some(OrdersCommand::Book { article }) => {
            let book = session.exchange().await?.book(article).await?;
            output.result(&book, book_text)?;
        }
        None => {
            let mut orders = Vec::new();
            for account in super::account::owners(session, &args.owner).await? {
                orders.extend(account.orders().await?);
            }
            orders.sort_by_key(|order| order.order);
            output.result(&orders, |orders| orders_text(orders))?;
        }
    }
    Ok(())
}

fn orders_text(orders: &[OrderView]) -> String {
    if orders.is_empty() {
        return "no open orders; place one with: quarry buy nonce --data hello -D 24".to_owned();
    }
    let mut table = table(&["ORDER", "SIDE", "ARTICLE", "PRICE", "OPEN", "OF", "JOB"]);
    for order in orders {
        let side = match order.side {
            Side::Buy => "buy",
            Side::Sell => "sell",
        };
        table.add_row([
            order.order.to_string(),
            side.to_owned(),
            order.article.clone(),
            order.limit_price.to_string(),
            order.remaining.to_string(),
            order.quantity.to_string(),
            order.job.map(|j| j.to_string()).unwrap_or_default(),
        ]);
    }
    table.to_string()
}

fn book_text(book: &BookView) -> String {
    let mut table = table(&["SIDE", "PRICE", "QUANTITY", "ORDER"]);
    for (side, orders) in [("sell", &book.asks), ("buy", &book.bids)] {
        for order in orders {
            table.add_row([
                side.to_owned(),
                order.price.to_string(),
                order.quantity.to_string(),
                order.order.to_string(),
            ]);
        }
    }
    format!("{}\n{table}", book.article)
}
