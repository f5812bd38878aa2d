class B < ActiveRecord::Migration[7.1]
  disable_ddl_transaction!
  def change
    add_index :things, :name, algorithm: :concurrently
  end
end
