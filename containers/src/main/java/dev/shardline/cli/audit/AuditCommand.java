package dev.shardline.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shardline audit`: proofs from a run's files alone.
@Command(
    name = "audit",
    header = "Prove a run from its files: nothing changed, lost, added, doubled or leaked.",
    subcommands = {AuditVerifyCommand.class, AuditTraceCommand.class, AuditLeakageCommand.class})
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to audit: verify, trace or leakage");
  }
}
