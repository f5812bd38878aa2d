class DropName < ActiveRecord::Migration[6.1]; def up; remove_column :things, :name; end; def down; end; end
