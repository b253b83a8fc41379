# Finding a Java 25 and starting what is built with it. Sourced by bin/partnerops and bin/check; plain POSIX sh.
# Sets root (of the checkout or archive) before sourcing: not here, because $0 is the caller's.

java_wanted=25

# Where a Java was looked for and what stood there, for the message when none fits.
java_seen=

# java_fits HOME TOOL WHERE: is HOME a Java 25 that has bin/TOOL? Reads its `release` file, because starting
# a java only to ask its version costs more than many a command; asks only where there is no such file.
java_fits() {
  if [ ! -x "$1/bin/java" ]; then
    java_seen="$java_seen
  $3: no bin/java in $1"
    return 1
  fi
  java_version=
  if [ -r "$1/release" ]; then
    while IFS= read -r java_line || [ -n "$java_line" ]; do
      case $java_line in
        JAVA_VERSION=*)
          java_version=${java_line#JAVA_VERSION=}
          java_version=${java_version#\"}
          java_version=${java_version%%\"*}
          ;;
      esac
    done < "$1/release"
  fi
  if [ -z "$java_version" ]; then
    java_version=$("$1/bin/java" -version 2>&1 < /dev/null | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
  fi
  case $java_version in
    "$java_wanted" | "$java_wanted".* | "$java_wanted"-* | "$java_wanted"+*) ;;
    *)
      java_seen="$java_seen
  $3: ${java_version:-an unknown version} in $1"
      return 1
      ;;
  esac
  if [ ! -x "$1/bin/$2" ]; then
    java_seen="$java_seen
  $3: $java_version in $1, but without $2"
    return 1
  fi
  java_home=$1
}

# find_java TOOL: sets java_home to a Java 25 that has TOOL ("java" to run, "javac" to build), or returns 1.
find_java() {
  java_seen=
  java_home=
  if [ -n "${PARTNEROPS_JAVA_HOME:-}" ]; then
    # Who names a Java by our own variable means that one: a silent second choice would hide the mistake.
    java_fits "$PARTNEROPS_JAVA_HOME" "$1" PARTNEROPS_JAVA_HOME
    return
  fi
  java_seen="
  PARTNEROPS_JAVA_HOME: not set"
  if [ -n "${JAVA_HOME:-}" ]; then
    if java_fits "$JAVA_HOME" "$1" JAVA_HOME; then return 0; fi
  else
    java_seen="$java_seen
  JAVA_HOME: not set"
  fi
  if [ -d "$root/runtime" ]; then
    if java_fits "$root/runtime" "$1" "the bundled runtime"; then return 0; fi
  else
    java_seen="$java_seen
  the bundled runtime: no $root/runtime"
  fi
  if java_path=$(command -v java); then
    java_path=$(readlink -f "$java_path" 2> /dev/null || echo "$java_path")
    java_path=${java_path%/*}
    if java_fits "${java_path%/*}" "$1" "java on the path"; then return 0; fi
  else
    java_seen="$java_seen
  java on the path: none"
  fi
  for java_folder in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/*; do
    # Debian's folder also holds links to its own entries, and sources.
    if [ -h "$java_folder" ] || [ ! -e "$java_folder/bin/java" ]; then continue; fi
    if java_fits "$java_folder" "$1" "installed"; then return 0; fi
  done
  return 1
}

# java_missing TOOL: says on stderr what was looked for and what to install.
java_missing() {
  if [ "$1" = javac ]; then java_kind="a JDK $java_wanted"; else java_kind="Java $java_wanted"; fi
  {
    printf 'partnerops needs %s and found none. Looked at:%s\n' "$java_kind" "$java_seen"
    printf 'Install one (on Debian the package temurin-%s-jdk or openjdk-%s-jdk),\n' "$java_wanted" "$java_wanted"
    printf 'or set PARTNEROPS_JAVA_HOME to the folder of one that is already here.\n'
  } >&2
}

# use_utf8: cron has no LANG, and a JVM under the C locale cannot even open a file with a Chinese name;
# no -D flag repairs that.
use_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *UTF-8 | *utf-8 | *UTF8 | *utf8) ;;
    *)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
}
