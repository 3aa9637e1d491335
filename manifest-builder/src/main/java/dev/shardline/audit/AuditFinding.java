package dev.shardline.audit;

/// Something an audit found wrong.
///
/// @param place the file, sample, subject or record at fault
/// @param expected what the chain of evidence asks for
/// @param found what is there
public record AuditFinding(Check check, String place, String expected, String found) {
  @Override
  public String toString() {
    return "%s %s: %s: expected %s, found %s"
        .formatted(check.promise(), check.fileName(), place, expected, found);
  }
}
