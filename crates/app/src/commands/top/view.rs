//! One screen of `quarry top`: what is told is drawn, at any size.
//!
//! Does not ask and does not wait.

use quarry_api::miner::{LogKind, MinerStatus, UpstreamState};
use quarry_api::operator::RateSample;
use quarry_api::pool::PoolStatus;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Cell, Paragraph, Row, Sparkline, Table, Widget};

use super::{Screen, Seen};
use crate::commands::mine::difficulty;
use crate::output::{self, counted};

/// Size of a screen that is printed as text.
const TEXT: Rect = Rect::new(0, 0, 100, 35);
/// Height of the line of rates.
const RATES: u16 = 7;
const QUIET: Style = Style::new().fg(Color::DarkGray);
const GOOD: Style = Style::new().fg(Color::Green);
const BAD: Style = Style::new().fg(Color::Red);
const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);

const HELP: &str = "\
Hash rate: averages over 5 s, 1 min and 15 min. The bars are the past, ten seconds each.
A block takes: at the rate of the last minute, on average; luck may take much more or less.
Accepted, rejected, stale: what became of shares and blocks, by the upstream's word.
Best: the difficulty of the best hash so far; a block needs the block's difficulty.
The first upstream that gives work is mined for; the next takes over when it fails.
Threads: what each of them did in the last 5 s, whoever it searched for.

s starts or stops mining, + and - change the threads, Tab turns to the pool and back.
q ends it, ? goes back.";

/// Draws it all.
pub(super) fn draw(frame: &mut Frame<'_>, screen: &Screen) {
    let area = frame.area();
    render(screen, area, frame.buffer_mut());
}

/// The same as lines of text.
pub(super) fn as_text(screen: &Screen) -> String {
    let mut buffer = Buffer::empty(TEXT);
    render(screen, TEXT, &mut buffer);
    let row = |y: u16| {
        let cells = (TEXT.left()..TEXT.right()).filter_map(|x| buffer.cell((x, y)));
        cells.map(|cell| cell.symbol()).collect::<String>().trim_end().to_owned()
    };
    let rows: Vec<String> = (TEXT.top()..TEXT.bottom()).map(row).collect();
    rows.join("\n").trim_end().to_owned()
}

fn render(screen: &Screen, area: Rect, buffer: &mut Buffer) {
    let parts = Layout::vertical([Constraint::Min(0), Constraint::Length(1)]).split(area);
    let (body, foot) = (parts[0], parts[1]);
    let keys = match screen.notice.as_ref().or(screen.error.as_ref()) {
        Some(error) => Line::styled(error.as_str(), BAD),
        None => Line::styled("q end   s start/stop   +/- threads   Tab pool   ? help", QUIET),
    };
    keys.render(foot, buffer);
    if screen.has_help {
        return Paragraph::new(HELP).block(Block::bordered().title("Help")).render(body, buffer);
    }
    match &screen.seen {
        Seen::Miner(status) => miner(screen, status, body, buffer),
        Seen::Pool(status) => pool(screen, status, body, buffer),
    }
}

fn title<'a>(what: &'static str, url: &'a str, chain: &'a str) -> Line<'a> {
    let quiet = |text: String| Span::styled(text, QUIET);
    Line::from(vec![Span::styled(what, BOLD), quiet(format!("  {chain}  {url}"))])
}

/// `name value` pairs in a line.
fn figures(pairs: &[(&str, String)]) -> Line<'static> {
    let mut spans = Vec::new();
    for (name, value) in pairs {
        spans.push(Span::styled(format!("{name} "), QUIET));
        spans.push(Span::styled(format!("{value}   "), BOLD));
    }
    Line::from(spans)
}

fn seconds(seconds: Option<f64>) -> String {
    seconds.map_or_else(none, output::duration)
}

/// What stands for a value that is not there.
fn none() -> String {
    "-".to_owned()
}

fn miner(screen: &Screen, status: &MinerStatus, area: Rect, buffer: &mut Buffer) {
    let upstreams = u16::try_from(status.upstreams.len()).unwrap_or(u16::MAX).saturating_add(3);
    let [head, rates, table, log] = Layout::vertical([
        Constraint::Length(5),
        Constraint::Length(RATES),
        Constraint::Length(upstreams),
        Constraint::Min(0),
    ])
    .areas(area);
    let chain = status.upstreams.iter().find_map(|up| up.chain.as_deref()).unwrap_or_default();
    let work = status.work.as_ref();
    let rate = status.rates;
    let state =
        if status.running { Span::styled("mining", GOOD) } else { Span::styled("at rest", BAD) };
    let mut first = title("Quarry miner", &screen.url, chain);
    first.spans.insert(1, state);
    first.spans.insert(1, "  ".into());
    let lines = vec![
        first,
        figures(&[
            ("5 s", output::rate(rate.s5)),
            ("1 min", output::rate(rate.s60)),
            ("15 min", output::rate(rate.m15)),
            ("a block takes", seconds(work.and_then(|work| work.seconds_per_block))),
        ]),
        figures(&[
            ("accepted", status.accepted.to_string()),
            ("rejected", status.rejected.values().sum::<u64>().to_string()),
            ("stale", status.stale.to_string()),
            ("blocks", status.blocks.to_string()),
            ("best", difficulty(status.best_difficulty)),
        ]),
        figures(&[
            ("on block", work.and_then(|w| w.height).map_or_else(none, |h| h.to_string())),
            ("its difficulty", work.map_or_else(none, |w| difficulty(w.block_difficulty))),
            ("pays", status.payout.clone().unwrap_or_else(none)),
        ]),
        figures(&threads(status)),
    ];
    Paragraph::new(lines).render(head, buffer);
    line_of(&status.history, rates, buffer);
    upstream_table(status, table, buffer);
    log_of(status, log, buffer);
}

/// How many search, and what each does.
fn threads(status: &MinerStatus) -> [(&'static str, String); 2] {
    let each: Vec<String> = status.thread_rates.iter().map(|each| output::rate(each.s5)).collect();
    let each = if each.is_empty() { none() } else { each.join(" ") };
    [("threads", format!("{} of {}", status.threads, status.threads_max)), ("each", each)]
}

/// As many bars as fit, the newest at the right.
fn line_of(history: &[RateSample], area: Rect, buffer: &mut Buffer) {
    let block = Block::bordered().title("Hash rate").border_style(QUIET);
    let width = usize::from(block.inner(area).width);
    let shown = history.len().saturating_sub(width);
    let bars: Vec<u64> = history[shown..].iter().map(|s| s.hashes_per_second).collect();
    Sparkline::default().block(block).data(bars).render(area, buffer);
}

fn upstream_table(status: &MinerStatus, area: Rect, buffer: &mut Buffer) {
    let rows = status.upstreams.iter().map(|up| {
        let (state, style) = match up.state {
            UpstreamState::Active => ("active", GOOD),
            UpstreamState::Connecting => ("connecting", Style::new()),
            UpstreamState::Idle => ("idle", QUIET),
            UpstreamState::Resting => ("resting", QUIET),
            UpstreamState::Down => ("down", BAD),
        };
        Row::new(vec![
            Cell::from(up.url.clone()),
            Cell::from(state).style(style),
            Cell::from(up.accepted.to_string()),
            Cell::from(up.rejected.to_string()),
            Cell::from(up.error.clone().unwrap_or_default()).style(BAD),
        ])
    });
    let widths = [
        Constraint::Fill(2),
        Constraint::Length(10),
        Constraint::Length(8),
        Constraint::Length(8),
        Constraint::Fill(1),
    ];
    table("Upstreams", rows, &widths, &["address", "state", "accepted", "refused", ""])
        .render(area, buffer);
}

fn table<'a>(
    title: &'a str,
    rows: impl Iterator<Item = Row<'a>>,
    widths: &[Constraint],
    names: &[&'a str],
) -> Table<'a> {
    Table::new(rows, widths.iter().copied())
        .header(Row::new(names.iter().copied()).style(QUIET))
        .block(Block::bordered().title(title).border_style(QUIET))
}

fn log_of(status: &MinerStatus, area: Rect, buffer: &mut Buffer) {
    let block = Block::bordered().title("Log, the newest first").border_style(QUIET);
    let room = usize::from(block.inner(area).height);
    let lines: Vec<Line<'_>> = status
        .log
        .iter()
        .rev()
        .take(room)
        .map(|line| {
            let style = match line.kind {
                LogKind::Accepted => GOOD,
                LogKind::Rejected | LogKind::Problem => BAD,
                LogKind::State | LogKind::Work => Style::new(),
            };
            Line::styled(line.text.as_str(), style)
        })
        .collect();
    Paragraph::new(lines).block(block).render(area, buffer);
}

fn pool(screen: &Screen, status: &PoolStatus, area: Rect, buffer: &mut Buffer) {
    let [head, rates, workers] =
        Layout::vertical([Constraint::Length(3), Constraint::Length(RATES), Constraint::Min(0)])
            .areas(area);
    let total = &status.total;
    let job = status.job.as_ref();
    let mut first = title("Quarry pool", &screen.url, &status.payout);
    if let Some(error) = &status.error {
        first.push_span(Span::styled(format!("  {error}"), BAD));
    }
    let lines = vec![
        first,
        figures(&[
            ("1 min", output::rate(total.rate_1m)),
            ("15 min", output::rate(total.rate_15m)),
            ("a block takes", seconds(job.and_then(|job| job.seconds_per_block))),
            ("on block", job.map_or_else(none, |job| job.height.to_string())),
        ]),
        figures(&[
            ("shares", total.accepted.to_string()),
            ("rejected", total.rejected.values().sum::<u64>().to_string()),
            ("blocks", format!("{} of {}", status.blocks_accepted, total.blocks)),
            ("best", difficulty(total.best_difficulty)),
            ("here", counted(status.connections, "connection")),
        ]),
    ];
    Paragraph::new(lines).render(head, buffer);
    line_of(&status.history, rates, buffer);
    let rows = status.workers.iter().map(|worker| {
        let tally = &worker.tally;
        Row::new(vec![
            worker.name.clone(),
            output::rate(tally.rate_1m),
            worker.difficulty.map_or_else(|| "away".to_owned(), difficulty),
            tally.accepted.to_string(),
            tally.rejected.values().sum::<u64>().to_string(),
        ])
    });
    let widths = [
        Constraint::Fill(1),
        Constraint::Length(12),
        Constraint::Length(12),
        Constraint::Length(10),
        Constraint::Length(10),
    ];
    table("Workers", rows, &widths, &["worker", "hash rate", "difficulty", "shares", "rejected"])
        .render(workers, buffer);
}

#[cfg(test)]
mod tests;
