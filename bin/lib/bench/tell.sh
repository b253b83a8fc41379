# Compares the answers and tells the figures. Sourced by bin/bench; uses its variables and those of sides.sh.

# answers FILE: the rows with orders, sorted, without header and without merchants that sold nothing.
answers() { tail -n +2 "$1" | tr -d '\r' | awk -F, '$2 != "0"' | LC_ALL=C sort; }

compare() { # what, file of the one, file of the other
  if [ ! -f "$2" ] || [ ! -f "$3" ]; then return 0; fi
  if cmp -s <(answers "$2") <(answers "$3"); then
    echo "- $1: $(answers "$2" | wc -l) merchants, all alike"
  else
    echo "- $1: **differ**; the first lines that do:"
    diff <(answers "$2") <(answers "$3") | head -n 6 | sed 's/^/      /' || true
  fi
}

# figures ENGINE WORK: wall and CPU, each step's median over the rounds, steps added up; the largest peak.
figures() {
  awk -F'|' -v engine="$1" -v work="$2" '
    $2 == engine && $1 ~ work { k = $1; c[k]++; wall[k, c[k]] = $3; cpu[k, c[k]] = $4; if ($5 + 0 > peak) peak = $5 + 0 }
    function median(v, k, n,   i, j, x, s) {
      for (i = 1; i <= n; i++) s[i] = v[k, i] + 0
      for (i = 2; i <= n; i++) for (j = i; j > 1 && s[j - 1] > s[j]; j--) { x = s[j]; s[j] = s[j - 1]; s[j - 1] = x }
      return n % 2 ? s[(n + 1) / 2] : (s[n / 2] + s[n / 2 + 1]) / 2
    }
    END {
      for (k in c) { w += median(wall, k, c[k]); p += median(cpu, k, c[k]); any = 1 }
      if (any) printf "%.2f %.2f %d", w, p, peak; else printf "- - -"
    }' "$run/steps"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a == "-" || b == "-" || b == 0) print "-"; else printf "%.2f", a / b }'; }

# line NAME PATTERN [PATTERN of the peers]: one row of the table.
line() {
  local ours duck lite
  read -r -a ours <<< "$(figures partnerops "$2")"
  read -r -a duck <<< "$(figures DuckDB "${3:-$2}")"
  read -r -a lite <<< "$(figures sqlite3 "${3:-$2}")"
  printf '| %s | %s / %s | %s / %s | %s / %s | %s / %s | %s / %s | %s, %s, %s |\n' "$1" \
    "${ours[0]}" "${ours[1]}" "${duck[0]}" "${duck[1]}" "${lite[0]}" "${lite[1]}" \
    "$(ratio "${ours[0]}" "${duck[0]}")" "$(ratio "${ours[1]}" "${duck[1]}")" \
    "$(ratio "${ours[0]}" "${lite[0]}")" "$(ratio "${ours[1]}" "${lite[1]}")" "${ours[2]}" "${duck[2]}" "${lite[2]}"
}

size() { if [ -e "$1" ]; then du -cm "$1"* | tail -n 1 | cut -f1; else echo -; fi; }

# sizes_on_disk: of the stores, after a round.
sizes_on_disk() {
  echo "partnerops $(size "$ws/store/partnerops.mv.db"), DuckDB $(size "$run/duck.db"), sqlite3 $(size "$run/sqlite.db")"
}

# times ENGINE WORK: how often a step was measured.
times() { awk -F'|' -v engine="$1" -v work="$2" '$2 == engine && $1 ~ work { n++ } END { print n + 0 }' "$run/steps"; }

head_lines() {
  echo "# Side by side, $(date -u +%F)"
  echo
  echo "- machine: $(nproc) cores, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), $(awk '/MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo) GiB, load before $load"
  echo "- $("$root/bin/partnerops" --version 2> /dev/null | head -n 1), Java $java_version; DuckDB JDBC $(sed -n 's:.*<duckdb.version>\(.*\)</duckdb.version>:\1:p' "$root/pom.xml"), 2 threads; sqlite3 $(sqlite3 --version 2> /dev/null | cut -d' ' -f1)"
  echo "- wall / CPU seconds of whole processes, medians; peaks of resident memory in MB (partnerops, DuckDB, sqlite3)"
}

tell_size() {
  local day days
  echo
  echo "## $orders orders${ids:+, ids scrambled}"
  echo
  echo "- orders.csv $(du -m "$data/orders.csv" | cut -f1) MB, night/orders.csv $(($(wc -l < "$data/night/orders.csv") - 1)) rows, a tenth of them later states of old orders"
  echo "- heap $PARTNEROPS_HEAP; rounds: partnerops $(times partnerops '^import$'), DuckDB $(times DuckDB '^import$'), sqlite3 $(times sqlite3 '^import$') imports and $(times sqlite3 '^measures') of the rest"
  echo
  echo "| work | partnerops | DuckDB | sqlite3 | to DuckDB | to sqlite3 | peak MB |"
  echo "|---|---|---|---|---|---|---|"
  if grep -q '^generate' "$run/steps"; then line "generate" '^generate$'; fi
  line "import" '^import$'
  line "measures per merchant over 30, 90, 365 days" '^measures'
  line "night: import or upsert" '^night, (import|upsert)'
  line "night: measures" '^night, measures'
  line "night: both" '^night, (import|upsert|measures)'
  line "night: both; DuckDB anew from the files" '^night, (import|upsert|measures)' '^night, recompute'
  echo
  echo "Stores on disk in MB, after the night: $(cat "$run/sizes")."
  echo
  echo "Answers ($(echo "$measures" | tr ' ' ','), to the fen):"
  echo
  for day in "$until" "$night_day"; do
    for days in 30 90 365; do
      compare "$days days to $day, DuckDB and sqlite3" "$run/duckdb-$day-$days.csv" "$run/sqlite-$day-$days.csv"
      compare "$days days to $day, partnerops and DuckDB" "$run/partnerops-$day-$days.csv" "$run/duckdb-$day-$days.csv"
    done
  done
  for days in 30 90 365; do
    compare "$days days to $night_day, DuckDB and anew from the files" "$run/duckdb-$night_day-$days.csv" "$run/recompute-$days.csv"
  done
}

tell_starts() {
  echo
  echo "## Starts, over the demo's store"
  echo
  echo "Medians of nine."
  echo
  echo "| command | wall | CPU |"
  echo "|---|---|---|"
  awk -F'|' '{ printf "| %s | %s | %s |\n", $1, $3, $4 }' "$run/steps"
}
