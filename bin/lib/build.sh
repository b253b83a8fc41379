# Building what is missing, once, and the ahead-of-time cache beside it. Sourced after java.sh; plain POSIX sh.
# Uses root, app and java_home of its caller.

# What every start shares. The cache of java_aot holds only for the same options, so they stand in one place.
# -Xlog: a cache that does not fit is left aside without a word; UsePerfData would write a file into /tmp.
java_options='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:-UsePerfData
-Xlog:disable -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true
-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'

# Maven itself on Java 25 warns of what its own libraries do; that is nobody's concern here.
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -B -ntp "$@" < /dev/null
}

# maven_missing: says on stderr that there is no Maven.
maven_missing() {
  echo "partnerops is built by Maven 3.8.7 or later, and there is no mvn on the path." >&2
  echo "Install it (on Debian: the package maven)." >&2
}

# build_once: builds the jar under a lock, so that two first starts do not build at once.
build_once() {
  if ! find_java javac; then
    java_missing javac
    exit 5
  fi
  if ! command -v mvn > /dev/null; then
    maven_missing
    exit 5
  fi
  mkdir -p "$root/target"
  (
    if command -v flock > /dev/null; then
      flock -n 9 || {
        echo "partnerops: another start is building; waiting for it" >&2
        flock 9
      }
    fi
    # Who waited finds it built.
    if [ -f "$root/cli/target/partnerops.jar" ]; then exit 0; fi
    echo "partnerops: first start, building (about a minute; later starts do not)" >&2
    build_log=$root/target/build.log
    build_result=$root/target/build.result
    rm -f "$build_result"
    {
      build_code=0
      (cd "$root" && JAVA_HOME=$java_home maven -Dmaven.test.skip=true -Dspotless.check.skip=true package 2>&1) || build_code=$?
      echo "$build_code" > "$build_result"
    } | tee "$build_log" \
      | sed -n 's/^\[INFO\] --- [^ ]*:\([a-z-]*\) (\(generate-tables\|default-compile\|default-jar\|lib\)) @ partnerops-\([a-z]*\) ---$/partnerops:   \3: \2/p' >&2
    if [ "$(cat "$build_result")" != 0 ]; then
      echo "partnerops: the build failed; its end, of $build_log:" >&2
      grep '^\[ERROR\]' "$build_log" | head -n 20 >&2
      exit 1
    fi
  ) 9> "$root/target/build.lock" || exit 1
}

# aot_ready: is there a cache newer than the jars? Makes one where it can. The cache saves most of the start-up; without
# it everything works, so nothing in here prints or fails.
# Its name carries Java's version, because a cache fits the very Java that made it and no other.
aot_ready() {
  aot=$app/partnerops-$java_version.aot
  aot_fresh || aot_make
  # An empty file means: tried, and it does not work here.
  [ -s "$aot" ] && [ -r "$aot" ] && aot_fresh
}

# aot_fresh: Java itself compares a cache with the first jar only; were another jar of ours newer, it would run the old
# classes without a word. The other jars have a version in their names, and thus in the first one's manifest.
aot_fresh() {
  for aot_jar in "$app/partnerops.jar" "$app"/lib/partnerops-*.jar; do
    # shellcheck disable=SC3013 # -nt is beyond POSIX, and every sh has it
    [ "$aot" -nt "$aot_jar" ] || return 1
  done
}

# aot_make: records one training run, the demo, which uses most of the tool, and writes the cache under a name of its own
# first, so that no start ever reads half a cache. The cache gets the time of the run's start: a jar that changes
# meanwhile is newer.
aot_make() {
  if [ ! -w "$app" ]; then return 0; fi
  aot_new=$aot.$$
  trap 'rm -rf "$aot_new" "$aot_new".*; exit 130' INT
  trap 'rm -rf "$aot_new" "$aot_new".*; exit 143' TERM
  if { true > "$aot_new.start"; } 2> /dev/null; then
    # shellcheck disable=SC2086 # the words of java_options are meant to be split
    if PARTNEROPS_SAMPLES=$root/samples "$java_home/bin/java" $java_options -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
      -XX:AOTCacheOutput="$aot_new" -jar "$app/partnerops.jar" demo "$aot_new.demo" < /dev/null > /dev/null 2>&1 && [ -s "$aot_new" ]; then
      touch -r "$aot_new.start" "$aot_new"
      mv -f "$aot_new" "$aot"
    else
      mv -f "$aot_new.start" "$aot"
    fi
  fi
  rm -rf "$aot_new" "$aot_new".*
  trap - INT TERM
}
