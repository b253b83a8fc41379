package dev.partnerops.importing;

import dev.partnerops.dataset.DataSet;
import dev.partnerops.model.ToolException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Which data set a file is of, by its first line. */
public final class HeaderMatch {

  private HeaderMatch() {}

  /** The data sets all of whose required columns the file's header has, in their order. */
  public static List<DataSet> find(String name, Path path, Collection<DataSet> dataSets) {
    return dataSets.stream().filter(dataSet -> fits(name, path, dataSet)).toList();
  }

  /** A header of another data set, or nothing that can be read: either way not of this one. */
  private static boolean fits(String name, Path path, DataSet dataSet) {
    try (OpenFile file = OpenFile.open(new ImportRequest(dataSet, name, path))) {
      return file.layout().dataSet().equals(dataSet);
    } catch (ToolException.Input another) {
      return false;
    }
  }
}
