//! How the cursor gets to a cell.

use std::io::{self, Write};

use ratatui::layout::Position;

/// A way of the cursor to a cell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// To this line and column.
    Numbers(u16, u16),
    /// To this column of its line.
    Column(u16),
    /// Down so many lines, from the margin or the column that it is in, then so many columns sideways.
    Steps { from_margin: bool, down: u16, right: u16, left: u16 },
}

impl Way {
    /// The one of the fewest bytes, from where the cursor is or from the line that it is in, where those are sure.
    pub(super) fn shortest(at: Option<Position>, row: Option<u16>, to: Position) -> Self {
        let ways = [Self::from_here(at, to), Self::from_margin(row, to), Self::column(row, to)];
        ways.into_iter()
            .flatten()
            .fold(Self::Numbers(to.y + 1, to.x + 1), |best, way| if way.len() < best.len() { way } else { best })
    }

    fn column(row: Option<u16>, to: Position) -> Option<Self> {
        (row == Some(to.y)).then_some(Self::Column(to.x + 1))
    }

    fn from_here(at: Option<Position>, to: Position) -> Option<Self> {
        let at = at?;
        let down = to.y.checked_sub(at.y)?;
        Some(Self::Steps {
            from_margin: false,
            down,
            right: to.x.saturating_sub(at.x),
            left: at.x.saturating_sub(to.x),
        })
    }

    fn from_margin(row: Option<u16>, to: Position) -> Option<Self> {
        Some(Self::Steps { from_margin: true, down: to.y.checked_sub(row?)?, right: to.x, left: 0 })
    }

    /// In bytes.
    fn len(self) -> usize {
        let digits = |number: u16| number.checked_ilog10().map_or(1, |power| power as usize + 1);
        match self {
            Self::Numbers(line, column) => 4 + digits(line) + digits(column),
            Self::Column(column) => 3 + digits(column),
            Self::Steps { from_margin, down, right, left } => {
                let sideways = match (right, left) {
                    (0, 0) => 0,
                    (1, _) => 3,
                    (0, left) => usize::from(left).min(3 + digits(left)),
                    (right, _) => 3 + digits(right),
                };
                usize::from(from_margin) + usize::from(down) + sideways
            }
        }
    }

    /// Writes its bytes.
    pub(super) fn write(self, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Numbers(line, column) => write!(out, "\x1b[{line};{column}H"),
            Self::Column(column) => write!(out, "\x1b[{column}G"),
            Self::Steps { from_margin, down, right, left } => {
                out.write_all(if from_margin { b"\r" } else { b"" })?;
                out.extend(std::iter::repeat_n(b'\n', usize::from(down)));
                match (right, left) {
                    (0, 0..=4) => out.extend(std::iter::repeat_n(b'\x08', usize::from(left))),
                    (0, _) => write!(out, "\x1b[{left}D")?,
                    (1, _) => out.write_all(b"\x1b[C")?,
                    (_, _) => write!(out, "\x1b[{right}C")?,
                }
                Ok(())
            }
        }
    }
}
