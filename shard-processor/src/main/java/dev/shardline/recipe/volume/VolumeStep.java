package dev.shardline.recipe.volume;

import dev.shardline.data.DataKind;
import dev.shardline.data.Payload;
import dev.shardline.recipe.Footprint;
import dev.shardline.recipe.Foreseen;
import dev.shardline.recipe.Item;
import dev.shardline.recipe.MapStep;
import dev.shardline.recipe.Signature;
import dev.shardline.volume.Volume;
import dev.shardline.volume.VolumeGrid;
import java.util.LinkedHashMap;
import java.util.Map;

/// A step that makes a volume of a volume.
interface VolumeStep extends MapStep {

  @Override
  default Signature signature() {
    return Signature.keeping(DataKind.VOLUME);
  }

  /// Where the voxels of what it makes lie; where that depends on the values, the largest grid that
  /// may be.
  ///
  /// @param taken where those of the volume lie that it is given
  default VolumeGrid gridFrom(VolumeGrid taken) {
    return taken;
  }

  /// Whether it makes new voxels for companion volumes, too.
  default boolean changesCompanions() {
    return false;
  }

  /// Whether what it makes are the voxels that it takes, looked at another way.
  default boolean sharesVoxels() {
    return false;
  }

  @Override
  default Footprint footprint(Foreseen taken) {
    return taken instanceof ForeseenVolume volume ? footprint(volume) : footprint(taken.bytes());
  }

  private Footprint footprint(ForeseenVolume taken) {
    ForeseenVolume given = taken.on(gridFrom(taken.grid()));
    if (sharesVoxels()) {
      return footprint(taken.bytes()).giving(given);
    }
    ForeseenVolume changed = changesCompanions() ? taken.asFloats() : taken.alone().asFloats();
    long besides = taken.asFloats().bytes() - changed.bytes();
    Footprint asFloats = footprint(changed.bytes()).beside(besides);
    return asFloats.giving(given.asFloats()).taking(taken.asFloats(), taken);
  }

  @Override
  default long bytesToCome(Item item) {
    Foreseen taken = ForeseenVolume.of(item);
    return footprint(taken).peakBytes() - taken.bytes();
  }

  /// The volume that the recipe's check made sure of, its values in memory.
  static Volume volume(Item item) {
    return unread(item).computed();
  }

  /// The volume as it is, its values perhaps still to be computed: for steps that look at it
  /// another way, or read it once.
  static Volume unread(Item item) {
    return (Volume) item.data();
  }

  /// What becomes of one companion volume.
  interface CompanionChange {
    Volume change(Volume companion);
  }

  /// The item with every companion volume changed in the same way; other companions stay.
  static Item withCompanions(Item item, CompanionChange change) {
    Map<String, Payload> changed = new LinkedHashMap<>(item.companions());
    changed.replaceAll(
        (name, payload) -> payload instanceof Volume volume ? change.change(volume) : payload);
    return item.withCompanions(changed);
  }
}
