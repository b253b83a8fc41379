# The work of bin/bench, each step as a process of its own. Sourced by it; uses its step, median, script, start, has and names.

# measure WHAT LAST_DAY NEXT_DAY: all measures of three windows, each engine in one process.
measure() {
  local what=$1 last=$2 next=$3 days scripts
  if has sqlite && [ "$sqlite_does" = all ]; then
    scripts=()
    for days in 30 90 365; do scripts+=(".read $(script sqlite-measure "$(start "$last" $days)" "$next" "$run/sqlite-$last-$days.csv")"); done
    step "$what" sqlite3 sqlite3 -bail "$run/sqlite.db" "${scripts[@]}"
  fi
  if has duckdb; then
    scripts=()
    for days in 30 90 365; do scripts+=("$(script duckdb-measure "$(start "$last" $days)" "$next" "$run/duckdb-$last-$days.csv")"); done
    step "$what" DuckDB "${duckdb[@]}" "$run/duck.db" "${scripts[@]}"
  fi
  if has partnerops; then
    # shellcheck disable=SC2086 # the measures are words
    step "$what" partnerops "${partnerops[@]}" -w "$ws" metrics compute --entity merchant --window "last 30 days" \
      --window "last 90 days" --window "last 365 days" --as-of "$last" -o csv --out "$run/partnerops-$last.csv" $measures
    # A file for each window, as the others write them.
    local column=2 count
    count=$(wc -w <<< "$measures")
    for days in 30 90 365; do
      cut -d, -f "1,$column-$((column + count - 1))" "$run/partnerops-$last.csv" > "$run/partnerops-$last-$days.csv"
      column=$((column + count))
    done
  fi
}

drop_stores() { rm -rf "$ws" "$run"/duck.db* "$run"/sqlite.db*; }

# one_round: everything once, with new stores. sqlite_does says how much sqlite3 does: all, import or nothing.
one_round() {
  local scripts days
  drop_stores
  if has sqlite && [ "$sqlite_does" != nothing ]; then
    step import sqlite3 sqlite3 -bail "$run/sqlite.db" ".read $(script sqlite-import)"
  fi
  if has duckdb; then
    step import DuckDB "${duckdb[@]}" "$run/duck.db" "$(script duckdb-import)"
  fi
  if has partnerops; then
    quietly "${partnerops[@]}" init "$ws"
    quietly "${partnerops[@]}" -w "$ws" import merchants "$data/merchants.csv"
    step import partnerops "${partnerops[@]}" -w "$ws" import orders "$data/orders.csv"
  fi

  measure measures "$until" "$night_day"

  if has sqlite && [ "$sqlite_does" = all ]; then
    step 'night, upsert' sqlite3 sqlite3 -bail "$run/sqlite.db" ".read $(script sqlite-night)"
  fi
  if has duckdb; then
    step 'night, upsert' DuckDB "${duckdb[@]}" "$run/duck.db" "$(script duckdb-night)"
  fi
  if has partnerops; then
    step 'night, import' partnerops "${partnerops[@]}" -w "$ws" import orders "$data/night/orders.csv"
  fi
  measure 'night, measures' "$night_day" "$after_night"

  if has duckdb; then
    scripts=("$(script duckdb-recompute)")
    for days in 30 90 365; do scripts+=("$(script duckdb-measure "$(start "$night_day" $days)" "$after_night" "$run/recompute-$days.csv")"); done
    step 'night, recompute from the files' DuckDB "${duckdb[@]}" "" "${scripts[@]}"
  fi
}

# scramble MADE: the same files, but each half of an order id is multiplied by a number, modulo a prime above it, and stands
# where the other did: no two become one.
scramble() {
  local file
  echo "bench: scrambling order ids" >&2
  mkdir -p "$data/night"
  ln -sf "$1/merchants.csv" "$data/merchants.csv"
  for file in orders.csv night/orders.csv; do
    awk 'BEGIN { FS = OFS = "," } NR > 1 {
      $1 = sprintf("9%09d%08d", substr($1, 9) * 48271 % 100000007, substr($1, 1, 8) * 69621 % 99999989) } { print }' \
      "$1/$file" > "$data/$file"
  done
  touch "$data/done"
}

# side_by_side: the rounds of one size.
side_by_side() {
  local round most=$rounds made=$work/data/$orders
  if [ ! -f "$made/done" ]; then
    echo "bench: generating $orders orders" >&2
    rm -rf "$made"
    step generate partnerops "${partnerops[@]}" generate "$made" --orders "$orders" --until "$until" --night $((orders / 200))
    touch "$made/done"
  fi
  if [ ! -f "$data/done" ]; then scramble "$made"; fi
  cat "$data/orders.csv" "$data/night/orders.csv" > /dev/null # the first reader does not pay for the disk
  sqlite_does=all
  if [ "$orders" -gt $large_from ]; then
    most=1
    sqlite_does=nothing
  fi
  for round in $(seq "$most"); do
    echo "bench: $orders orders, round $round of $most" >&2
    one_round
    if [ "$round" = 1 ]; then sizes_on_disk > "$run/sizes"; fi
    if [ "$orders" -ge $large_from ] && [ $sqlite_does = all ]; then sqlite_does=import; fi
  done
}

# starts: short commands over a small store, the demo's.
starts() {
  quietly "${partnerops[@]}" demo "$ws"
  median '`--version`' partnerops "${partnerops[@]}" --version
  median '`store info`' partnerops "${partnerops[@]}" -w "$ws" store info
  median '`score --dry-run`' partnerops "${partnerops[@]}" -w "$ws" score --programme service-provider-partner --period 2020-10 --dry-run
  median '`score` of an approved run' partnerops "${partnerops[@]}" -w "$ws" score --programme service-provider-partner --period 2020-10
  median '`query`' partnerops "${partnerops[@]}" -w "$ws" query "select count(*) as orders from orders"
}
