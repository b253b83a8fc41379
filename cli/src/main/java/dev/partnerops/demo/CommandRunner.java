package dev.partnerops.demo;

import java.io.PrintWriter;
import java.util.List;

/** Runs one command line as if a user had typed it; gives its exit code. */
@FunctionalInterface
public interface CommandRunner {

  int run(List<String> words, PrintWriter out, PrintWriter err);
}
