package dev.shardline.cli.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shardline.audit.AuditFinding;
import dev.shardline.digest.CanonicalJson;
import java.util.List;

/// Audit findings as JSON.
final class FindingsJson {
  private FindingsJson() {}

  static ArrayNode of(List<AuditFinding> findings) {
    ArrayNode array = CanonicalJson.object().putArray("findings");
    for (AuditFinding finding : findings) {
      array.add(
          CanonicalJson.object()
              .put("promise", finding.check().promise())
              .put("check", finding.check().fileName())
              .put("place", finding.place())
              .put("expected", finding.expected())
              .put("found", finding.found()));
    }
    return array;
  }
}
